// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/systemloginstart.h"

#include "app/composition/agentprogram.h"

#include <QCryptographicHash>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

Q_LOGGING_CATEGORY(lcLogin, "handrail.login")

void set(LoginStart& loginStart)
{
    if (const auto done = loginStart.set(true); !done)
        qCWarning(lcLogin, "%s", qUtf8Printable(done.error().sentence));
}

} // namespace

LoginEntry agentAtLogin(const Profile& profile)
{
    LoginEntry entry{.program = agentProgram(), .arguments = agentArguments(profile)};
    if (!profile.isUsual()) {
        const auto hash = QCryptographicHash::hash(profile.directory().toUtf8(), QCryptographicHash::Sha256);
        entry.id += u'-' + QString::fromLatin1(hash.left(6).toHex());
    }
    return entry;
}

void turnOnAtFirstSignIn(const Profile& profile, LoginStart& loginStart)
{
    if (profile.isUsual() && profile.options().clockFile.isEmpty())
        set(loginStart);
}

void refresh(LoginStart& loginStart)
{
    if (loginStart.isOn())
        set(loginStart);
}

} // namespace handrail::composition
