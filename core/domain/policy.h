// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>
#include <optional>

namespace handrail {

/// What an organisation's IT fixed for this computer (docs/it-guide.md). What is not set is the person's own choice.
struct Policy
{
    enum class SignInWay { Password, Organisation };

    std::optional<QString> server;      ///< https://…; plain http on this computer only.
    std::optional<SignInWay> signIn;    ///< The only way offered.
    std::optional<int> lockMinutes;     ///< The screen locks after so many idle minutes, 1 to 60.
    std::optional<bool> agentAtLogin;   ///< Whether the agent starts with the person's session.
    std::optional<bool> agentSends;     ///< No: this computer's agent exchanges changes, and sends nothing.
    QStringList problems;               ///< Names whose values can't be right: none of them is in force.

    friend bool operator==(const Policy&, const Policy&) = default;
};

/// Reads the values as they stand in a policy file, the Windows registry or a macOS profile, by the names ServerAddress,
/// SignIn, LockMinutes, AgentAtLogin and AgentSends. Names of newer versions are passed over.
Policy readPolicy(const QMap<QString, QString>& values);

/// The names that readPolicy knows.
QStringList policyNames();

} // namespace handrail
