// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QVBoxLayout;

namespace handrail::ui {

/// The devices on which this worker is signed in, each with a way to sign it out.
class DevicesBox : public QWidget
{
    Q_OBJECT

public:
    explicit DevicesBox(Services services);
    void load();

Q_SIGNALS:
    void trouble(const QString& sentence);
    void signedOut(const QString& deviceName);

private:
    void show(const QList<protocol::Device>& devices);
    QWidget* rowOf(const protocol::Device& device);
    void ask(const protocol::Device& device);
    void revoke(const protocol::Device& device);

    Services m_services;
    QVBoxLayout* m_rows;
};

} // namespace handrail::ui
