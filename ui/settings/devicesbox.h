// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QVBoxLayout;

namespace handrail::ui {

class SecurityServices;

/// The devices on which this worker is signed in, or another person for an administrator, each with a way to sign it out.
class DevicesBox : public QWidget
{
    Q_OBJECT

public:
    /// `other`: somebody else; asks as the administrator.
    explicit DevicesBox(Services services, const std::optional<User>& other = {});
    /// Without it a device can be signed out, and not wiped.
    void useSecurity(SecurityServices* security) { m_security = security; }
    void load();

Q_SIGNALS:
    void trouble(const QString& sentence);
    void signedOut(const QString& deviceName);

private:
    void show(const QList<protocol::Device>& devices);
    QWidget* rowOf(const protocol::Device& device);
    void ask(const protocol::Device& device);
    void revoke(const protocol::Device& device);
    void wipe(const protocol::Device& device);
    void settle(const protocol::Device& device, const Result<void>& done);

    Services m_services;
    SecurityServices* m_security = nullptr;
    std::optional<User> m_other;
    QVBoxLayout* m_rows;
};

} // namespace handrail::ui
