// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/systemloginstart.h"

#include <QCoreApplication>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

constexpr char16_t current[] = u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\";

/// A value of the person's own Run key.
class RunKey : public LoginStart
{
public:
    explicit RunKey(const LoginEntry& entry)
        : m_name(entry.id)
        , m_command(windowsRunCommand(entry))
    {
    }
    [[nodiscard]] bool isOn() const override
    {
        const QSettings run(QString(current) + u"Run"_s, QSettings::NativeFormat);
        // The Task Manager's «Startup» switches a value off without taking it away: its first byte is odd then.
        const QSettings approved(QString(current) + u"Explorer\\StartupApproved\\Run"_s, QSettings::NativeFormat);
        const QByteArray byTaskManager = approved.value(m_name).toByteArray();
        return run.contains(m_name) && (byTaskManager.isEmpty() || (byTaskManager.front() & 1) == 0);
    }
    Result<void> set(bool on) override
    {
        QSettings run(QString(current) + u"Run"_s, QSettings::NativeFormat);
        QSettings approved(QString(current) + u"Explorer\\StartupApproved\\Run"_s, QSettings::NativeFormat);
        approved.remove(m_name);
        if (on)
            run.setValue(m_name, m_command);
        else
            run.remove(m_name);
        run.sync();
        if (run.status() == QSettings::NoError)
            return {};
        return Error{ErrorCode::StorageTrouble,
                     QCoreApplication::translate("Composition",
                                                 "Windows does not let Handrail change what starts with it, so this "
                                                 "setting stays as it was. Ask your administrator for the right to.")};
    }

private:
    QString m_name;
    QString m_command;
};

} // namespace

std::unique_ptr<LoginStart> systemLoginStart(const LoginEntry& entry)
{
    return std::make_unique<RunKey>(entry);
}

} // namespace handrail::composition
