// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr int longestLockMinutes = 60;

bool isOnThisComputer(const QString& host)
{
    return host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
}

std::optional<QString> asServer(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool safe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isOnThisComputer(url.host()));
    return url.isValid() && safe && !url.host().isEmpty() && url.userInfo().isEmpty() ? std::optional(text.trimmed())
                                                                                     : std::nullopt;
}

std::optional<Policy::SignInWay> asSignInWay(const QString& text)
{
    if (text == "password"_L1)
        return Policy::SignInWay::Password;
    if (text == "organisation"_L1 || text == "organization"_L1)
        return Policy::SignInWay::Organisation;
    return {};
}

std::optional<int> asMinutes(const QString& text)
{
    bool isNumber = false;
    const int minutes = text.toInt(&isNumber);
    return isNumber && minutes >= 1 && minutes <= longestLockMinutes ? std::optional(minutes) : std::nullopt;
}

/// The registry writes 1 and 0, a profile true and false, a person yes and no.
std::optional<bool> asYesOrNo(const QString& text)
{
    const QString word = text.trimmed().toLower();
    if (word == "yes"_L1 || word == "true"_L1 || word == "1"_L1)
        return true;
    if (word == "no"_L1 || word == "false"_L1 || word == "0"_L1)
        return false;
    return {};
}

} // namespace

QStringList policyNames()
{
    return {u"ServerAddress"_s, u"SignIn"_s, u"LockMinutes"_s, u"AgentAtLogin"_s, u"AgentSends"_s};
}

Policy readPolicy(const QMap<QString, QString>& values)
{
    Policy policy;
    const auto take = [&](const QString& name, auto& field, auto read) {
        if (!values.contains(name))
            return;
        field = read(values.value(name));
        if (!field)
            policy.problems.append(name);
    };
    take(u"ServerAddress"_s, policy.server, asServer);
    take(u"SignIn"_s, policy.signIn, asSignInWay);
    take(u"LockMinutes"_s, policy.lockMinutes, asMinutes);
    take(u"AgentAtLogin"_s, policy.agentAtLogin, asYesOrNo);
    take(u"AgentSends"_s, policy.agentSends, asYesOrNo);
    return policy;
}

} // namespace handrail
