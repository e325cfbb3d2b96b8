// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/profile.h"

#include <QStringList>

namespace handrail::agent {

/// Exit codes, documented in docs/agent.md and in --help.
enum ExitCode { Fine = 0, TurnFailed = 1, BadUsage = 2, AlreadyRunning = 3, NotSignedIn = 4, NoStore = 5 };

/// Signing in without a screen.
struct HeadlessSignIn
{
    QString server;
    QString email;
    QString passwordFile;
};

struct Options
{
    composition::ProfileOptions profile;
    bool once = false;
    bool newKey = false; ///< Only that.
    int pollSeconds = 30;
    std::optional<HeadlessSignIn> signIn;
    QString answer; ///< For --help and --version: print this and end.
};

/// The command line, or a sentence about what is wrong with it. `arguments` begins with the program's name.
Result<Options> readOptions(const QStringList& arguments);

} // namespace handrail::agent
