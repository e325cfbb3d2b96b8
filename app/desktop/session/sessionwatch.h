// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

namespace handrail::desktop {

/// Hears from the system that the person's session is being locked, or the computer goes to sleep. Each system's own way
/// is in a file named for it; where there is none it stays silent.
class SessionWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void locking();
};

std::unique_ptr<SessionWatch> makeSessionWatch();

} // namespace handrail::desktop
