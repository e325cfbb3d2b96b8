// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clientoverview.h"

#include "core/domain/reasons.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

QString howInWords(OptOut::Source source)
{
    switch (source) {
    case OptOut::Source::TextReply:
        return ClientOverview::tr("the client texted so");
    case OptOut::Source::CarrierRefusal:
    case OptOut::Source::CarrierStatus:
        return ClientOverview::tr("the carrier said so");
    case OptOut::Source::EmailLink:
    case OptOut::Source::EmailOneClick:
        return ClientOverview::tr("by the unsubscribe link of an email");
    case OptOut::Source::EmailReply:
        return ClientOverview::tr("the client wrote so by email");
    case OptOut::Source::WorkerSaid:
        return ClientOverview::tr("a worker recorded it");
    }
    Q_UNREACHABLE();
    return {};
}

QString shortDate(const QDateTime& at)
{
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat);
}

/// The people around the record: whose it is, and by which names it went before.
Result<void> addPeople(LocalStore& store, ClientDetails& details)
{
    if (details.client.assignedWorkerId) {
        const auto worker = store.agencies().user(*details.client.assignedWorkerId);
        if (!worker.ok()) {
            return worker.error();
        }
        details.workerName = *worker ? (**worker).displayName : QString();
    }
    const auto teams = store.agencies().teams();
    const auto family = store.clients().family(details.client.id);
    if (!teams.ok() || !family.ok()) {
        return teams.ok() ? family.error() : teams.error();
    }
    for (const Team& team : *teams) {
        if (details.client.teamId == team.id) {
            details.teamName = team.name;
        }
    }
    for (const ClientId& member : family->mid(1)) {
        const auto record = store.clients().record(member);
        if (!record.ok()) {
            return record.error();
        }
        if (*record && (**record).fullName() != details.client.fullName()) {
            details.otherNames.append((**record).fullName());
        }
    }
    details.otherNames.removeDuplicates();
    return {};
}

} // namespace

Result<std::optional<ClientDetails>> readClientDetails(LocalStore& store, const ClientId& id)
{
    const auto client = store.clients().client(id);
    const auto agency = store.agencies().agency();
    if (!client.ok() || !agency.ok()) {
        return client.ok() ? agency.error() : client.error();
    }
    if (!*client) {
        return std::optional<ClientDetails>();
    }
    ClientDetails details{.client = **client, .phoneRegion = *agency ? (**agency).phoneRegion : u"US"_s};
    QList<Address> addresses;
    for (const ContactPoint& point : details.client.contactPoints) {
        addresses.append(point.address);
    }
    const auto optOuts = store.shares().optedOut(addresses);
    const auto bounces = store.shares().bounces(id);
    const auto undelivered = store.shares().undelivered(addresses);
    if (!optOuts.ok() || !bounces.ok() || !undelivered.ok()) {
        return !optOuts.ok() ? optOuts.error() : !bounces.ok() ? bounces.error() : undelivered.error();
    }
    details.optOuts = *optOuts;
    details.bounces = *bounces;
    details.undelivered = *undelivered;
    if (const auto added = addPeople(store, details); !added.ok()) {
        return added.error();
    }
    return std::optional(details);
}

QString optOutInWords(const OptOut& optOut)
{
    const QString since = shortDate(optOut.at);
    const bool text = optOut.address.channel() == Channel::Text;
    const QString sentence = text ? ClientOverview::tr("Opted out of texts since %1: %2")
                                  : ClientOverview::tr("Unsubscribed from emails since %1: %2");
    return sentence.arg(since, howInWords(optOut.source));
}

ClientOverview::ClientOverview(Services services, QWidget* parent)
    : QScrollArea(parent)
    , m_services(services)
    , m_inner(new QWidget)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_inner->setProperty("role", u"scrolled"_s);
    m_inner->setObjectName(u"clientDetails"_s);
    auto* column = new QVBoxLayout(m_inner);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(16);
    setWidget(m_inner);
}

void ClientOverview::show(const ClientDetails& details)
{
    auto* column = qobject_cast<QVBoxLayout*>(m_inner->layout());
    clearLayout(column);
    addContactPoints(column, details);
    addFacts(column, details);
    column->addStretch(1);
}

void ClientOverview::addContactPoints(QVBoxLayout* column, const ClientDetails& details)
{
    auto* card = makeFrame(u"card"_s, 24);
    layoutOf(card)->addWidget(makeLabel(tr("Phones and Emails"), u"heading"_s));
    if (details.client.contactPoints.isEmpty()) {
        layoutOf(card)->addWidget(makeLabel(
            tr("None yet. Press «Edit Client» to add one, so that referrals can be shared."), u"muted"_s, true));
    }
    for (const ContactPoint& point : details.client.contactPoints) {
        layoutOf(card)->addLayout(contactRow(point, details));
    }
    column->addWidget(card);
}

QLayout* ClientOverview::contactRow(const ContactPoint& point, const ClientDetails& details)
{
    const bool text = point.address.channel() == Channel::Text;
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    auto* mark = new QLabel;
    mark->setPixmap(iconPixmap(text ? u"phone"_s : u"mail"_s, theme().muted, 20, devicePixelRatioF()));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    const QString inWords = addressInWords(point.address, m_services.phones, details.phoneRegion);
    auto* address = makeLabel(inWords, u"strong"_s, true);
    address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines->addWidget(address);
    QStringList notes;
    if (!point.label.isEmpty()) {
        notes.append(labelInWords(point.label));
    }
    if (point.primary) {
        notes.append(tr("primary"));
    }
    if (text) {
        notes.append(point.mayText ? tr("may be texted") : tr("no texts"));
    }
    lines->addWidget(makeLabel(notes.join(u" · "_s), u"muted"_s, true));
    bool optedOut = false;
    for (const OptOut& optOut : details.optOuts) {
        if (optOut.address.channel() == point.address.channel() &&
            optOut.address.ledgerKey() == point.address.ledgerKey()) {
            optedOut = true;
            lines->addWidget(makeLabel(optOutInWords(optOut), u"problem"_s, true));
        }
    }
    row->addLayout(lines, 1);
    if (!optedOut) {
        addTrouble(lines, point, inWords, details);
        row->addWidget(makeOptOutButton(point.address, inWords), 0, Qt::AlignTop);
    }
    return row;
}

/// What came back of messages to this address.
void ClientOverview::addTrouble(QVBoxLayout* lines, const ContactPoint& point, const QString& inWords,
                                const ClientDetails& details)
{
    if (const Bounce* bounce = bounceOf(point.address, details.bounces)) {
        auto* problem = makeLabel(
            tr("Emails come back since %1: %2").arg(shortDate(bounce->at), reasonInWords(bounce->reason)), u"problem"_s,
            true);
        problem->setObjectName(u"bounced"_s);
        lines->addWidget(problem);
        auto* again = makeButton(u"tryAddressAgain"_s, tr("Try This Address Again"), ButtonKind::Quiet);
        again->setAccessibleName(tr("Try %1 Again").arg(inWords));
        again->setToolTip(tr("The address is right after all, or works again: emails may go there"));
        connect(again, &QPushButton::clicked, this,
                [this, address = point.address, inWords] { Q_EMIT tryAgain(address, inWords); });
        lines->addWidget(again, 0, Qt::AlignLeft);
    }
    for (const Message& message : details.undelivered) {
        if (message.channel() == Channel::Text && message.address == point.address) {
            lines->addWidget(makeLabel(tr("The last text did not arrive (%1): %2")
                                           .arg(shortDate(message.stateAt.isValid() ? message.stateAt : message.dueAt),
                                                oneLine(reasonInWords(message.reason))),
                                       u"hint"_s, true));
        }
    }
}

QPushButton* ClientOverview::makeOptOutButton(const Address& address, const QString& inWords)
{
    const bool text = address.channel() == Channel::Text;
    auto* button =
        makeButton(text ? u"recordTextOptOut"_s : u"recordEmailOptOut"_s, tr("Record Opt-Out…"), ButtonKind::Quiet);
    button->setAccessibleName(tr("Record Opt-Out of %1").arg(inWords));
    button->setToolTip(text ? tr("The client said that this number wants no more texts")
                            : tr("The client said that this address wants no more emails"));
    connect(button, &QPushButton::clicked, this, [this, address, inWords] { Q_EMIT recordOptOut(address, inWords); });
    return button;
}

void ClientOverview::addFacts(QVBoxLayout* column, const ClientDetails& details)
{
    auto* card = makeFrame(u"card"_s, 24);
    layoutOf(card)->addWidget(makeLabel(tr("About"), u"heading"_s));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(std::max(12, 48 - scaled(24))); // large text takes its room
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const auto add = [grid](const QString& name, const QString& label, const QString& value) {
        const int row = grid->rowCount();
        auto* text = makeLabel(value, {}, true);
        text->setObjectName(name);
        text->setAccessibleName(u"%1: %2"_s.arg(label, value));
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(makeLabel(label, u"muted"_s), row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
        return row;
    };
    const Client& client = details.client;
    add(u"factLanguage"_s, tr("Language"), languageInWords(client.language));
    const QString zone = client.timeZone.isEmpty() ? tr("the agency’s") : timeZoneInWords(client.timeZone);
    add(u"factTimeZone"_s, tr("Time Zone"),
        client.timeZoneGuessed ? tr("%1, guessed from the number").arg(zone) : zone);
    add(u"factBirthDate"_s, tr("Date of Birth"),
        client.birthDate.isValid() ? QLocale().toString(client.birthDate, QLocale::LongFormat) : tr("not known"));
    if (!details.otherNames.isEmpty()) {
        add(u"factOtherNames"_s, tr("Also Known As"), oneLine(details.otherNames.join(u", "_s)));
    }
    if (!details.teamName.isEmpty()) {
        add(u"factTeam"_s, tr("Team"), oneLine(details.teamName));
    }
    const int row = add(u"factWorker"_s, tr("Worker"),
                        details.workerName.isEmpty() ? tr("nobody is assigned") : oneLine(details.workerName));
    auto* assignButton = makeButton(u"assignClient"_s, tr("Assign…"), ButtonKind::Quiet);
    grid->addWidget(assignButton, row, 2, Qt::AlignVCenter);
    grid->itemAtPosition(row, 0)->setAlignment(Qt::AlignVCenter);
    connect(assignButton, &QPushButton::clicked, this, &ClientOverview::assign);
    layoutOf(card)->addLayout(grid);
    column->addWidget(card);
}

} // namespace handrail::ui
