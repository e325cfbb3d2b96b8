// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

/// How sending stands by the server's word, and a test message to see it work.
class GatewaySection : public SettingsSection
{
    Q_OBJECT

public:
    explicit GatewaySection(Services services);
    void load() override;

private:
    /// One way out: what is said of it, and its test.
    struct Carrier
    {
        Channel channel = Channel::Text;
        QLabel* state = nullptr;
        QLabel* numbers = nullptr;
        QLabel* trouble = nullptr;
        QLineEdit* to = nullptr;
        QPushButton* send = nullptr;
        QLabel* verdict = nullptr;
    };
    Carrier makeCarrier(Channel channel);
    void askServer();
    void show(const Carrier& carrier, const protocol::CarrierReport& report);
    void sendTest(const Carrier& carrier);

    QWidget* m_cards;
    QPushButton* m_again;
    Carrier m_texts;
    Carrier m_mail;
    QString m_phoneRegion = QStringLiteral("US");
};

} // namespace handrail::ui
