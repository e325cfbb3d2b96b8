// SPDX-License-Identifier: GPL-3.0-or-later
/// A bare Qt Core process: what an idle agent is held against.
#include <QCoreApplication>

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    return QCoreApplication::exec();
}
