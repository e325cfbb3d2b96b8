// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <memory>

namespace handrail::tests {

/// The application object that a test binary runs under. Widgets need a QApplication: tests/ui brings its own
/// definition by linking tests/support/guiapplication.cpp instead of coreapplication.cpp.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv);

} // namespace handrail::tests
