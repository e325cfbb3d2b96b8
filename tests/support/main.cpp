// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/support/application.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStandardPaths>

int main(int argc, char* argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    const auto application = handrail::tests::makeApplication(argc, argv);
    return Catch::Session().run(argc, argv);
}
