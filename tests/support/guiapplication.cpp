// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/application.h"

#include <QApplication>

namespace handrail::tests {

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace handrail::tests
