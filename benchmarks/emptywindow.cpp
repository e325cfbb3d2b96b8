// SPDX-License-Identifier: GPL-3.0-or-later
/// An empty Qt window: what the desktop's start is held against.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1000, 700);
    window.show();
    return QApplication::exec();
}
