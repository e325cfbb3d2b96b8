// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/commandline.h"

#include <QCoreApplication>

int main(int argc, char* argv[])
{
    handrail::sim::beRepeatable();
    const QCoreApplication application(argc, argv);
    return handrail::sim::simulateBy(QCoreApplication::arguments());
}
