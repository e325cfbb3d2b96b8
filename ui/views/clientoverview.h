// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QScrollArea>

class QBoxLayout;
class QVBoxLayout;
class QPushButton;

namespace handrail::ui {

/// What a profile shows of a client, read in one question to the store.
struct ClientDetails
{
    Client client;
    QString phoneRegion;
    QString workerName;
    QString teamName;
    QList<OptOut> optOuts;
    QList<Bounce> bounces;     ///< Emails that came back.
    QList<Message> undelivered; ///< The last text to a number, where it was refused.
    QStringList otherNames; ///< Of records that were merged into this one.
};

/// Nothing where the client is not here.
Result<std::optional<ClientDetails>> readClientDetails(LocalStore& store, const ClientId& id);

/// "Opted out of texts since 10/5/26: the client texted STOP"
QString optOutInWords(const OptOut& optOut);

/// How to reach a client, in which language and when, and whose client it is.
class ClientOverview : public QScrollArea
{
    Q_OBJECT

public:
    explicit ClientOverview(Services services, QWidget* parent = nullptr);
    void show(const ClientDetails& details);

Q_SIGNALS:
    void assign();
    void recordOptOut(const handrail::Address& address, const QString& inWords);
    void tryAgain(const handrail::Address& address, const QString& inWords);

private:
    void addContactPoints(QVBoxLayout* column, const ClientDetails& details);
    QLayout* contactRow(const ContactPoint& point, const ClientDetails& details);
    void addTrouble(QVBoxLayout* lines, const ContactPoint& point, const QString& inWords,
                    const ClientDetails& details);
    [[nodiscard]] QPushButton* makeOptOutButton(const Address& address, const QString& inWords);
    void addFacts(QVBoxLayout* column, const ClientDetails& details);

    Services m_services;
    QWidget* m_inner;
};

} // namespace handrail::ui
