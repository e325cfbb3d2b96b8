// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/application.h"

#include <QApplication>

namespace handrail::tests {

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    // The screen for which everything is laid out; the platform's own is 800x800.
    if (qgetenv("QT_QPA_PLATFORM") == "offscreen")
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" HANDRAIL_TEST_DATA "/screen-1280x800.json");
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace handrail::tests
