// SPDX-License-Identifier: GPL-3.0-or-later
// systemd-logind (org.freedesktop.login1(5)) says it on the system's bus: «Lock» and «LockedHint» of a session,
// «PrepareForSleep» of its manager. Screen savers say it on the session's bus: org.freedesktop.ScreenSaver (KDE and
// others), org.gnome.ScreenSaver. Which of the two a desktop has differs, so all are listened to.
#include "app/desktop/session/sessionwatch.h"

#include <QDBusConnection>
#include <QVariantMap>

using namespace Qt::Literals::StringLiterals;

namespace handrail::desktop {

namespace {

class LinuxSessionWatch : public SessionWatch
{
    Q_OBJECT

public:
    LinuxSessionWatch()
    {
        const QString logind = u"org.freedesktop.login1"_s;
        const QString session = u"org.freedesktop.login1.Session"_s;
        QDBusConnection system = QDBusConnection::systemBus();
        // Of any session: a colleague's lock on the same computer locks here too, which hurts nobody.
        system.connect(logind, {}, session, u"Lock"_s, this, SLOT(lockNow()));
        system.connect(logind, {}, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s, this,
                       SLOT(propertiesChanged(QString, QVariantMap, QStringList)));
        system.connect(logind, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s,
                       this, SLOT(changed(bool)));
        QDBusConnection own = QDBusConnection::sessionBus();
        for (const QString& name : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"org.cinnamon.ScreenSaver"_s,
                                    u"org.mate.ScreenSaver"_s})
            own.connect({}, {}, name, u"ActiveChanged"_s, this, SLOT(changed(bool)));
    }

public Q_SLOTS:
    void lockNow() { Q_EMIT locking(); }
    void changed(bool begins)
    {
        if (begins)
            Q_EMIT locking();
    }
    void propertiesChanged(const QString&, const QVariantMap& values, const QStringList&)
    {
        if (values.value(u"LockedHint"_s).toBool())
            Q_EMIT locking();
    }
};

} // namespace

std::unique_ptr<SessionWatch> makeSessionWatch()
{
    return std::make_unique<LinuxSessionWatch>();
}

} // namespace handrail::desktop

#include "linuxsessionwatch.moc"
