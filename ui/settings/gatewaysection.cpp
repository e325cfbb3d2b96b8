// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/gatewaysection.h"

#include "core/casework/typedaddress.h"
#include "core/domain/reasons.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

struct Reading
{
    QString phoneRegion = QStringLiteral("US");
    bool administrator = false;
};

Result<Reading> readWho(LocalStore& store, const UserId& worker)
{
    const auto agency = store.agencies().agency();
    const auto user = store.agencies().user(worker);
    if (!agency.ok()) {
        return agency.error();
    }
    if (!user.ok()) {
        return user.error();
    }
    return Reading{*agency ? (**agency).phoneRegion : QStringLiteral("US"),
                   *user && (**user).role == handrail::Role::Administrator};
}

} // namespace

GatewaySection::GatewaySection(Services services)
    : SettingsSection(services, u"gatewaySettings"_s, tr("Sending"),
                      tr("Who carries your agency’s messages, as the server sees it now."))
    , m_cards(new QWidget)
    , m_again(makeButton(u"gatewayAgain"_s, tr("Ask Again")))
{
    auto* cards = new QVBoxLayout(m_cards);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(scaled(16));
    m_texts = makeCarrier(Channel::Text);
    m_mail = makeCarrier(Channel::Email);
    cards->addWidget(m_again, 0, Qt::AlignLeft);
    column()->addWidget(m_cards);
    column()->addStretch(1);
    m_cards->hide();
    connect(m_again, &QPushButton::clicked, this, &GatewaySection::askServer);
}

GatewaySection::Carrier GatewaySection::makeCarrier(Channel channel)
{
    const bool text = channel == Channel::Text;
    const QString id = text ? u"texts"_s : u"mail"_s;
    Carrier made{.channel = channel};
    auto* card = makeFrame(u"card"_s, scaled(16));
    auto* inside = layoutOf(card);
    inside->addWidget(makeLabel(text ? tr("Texts") : tr("Emails"), u"strong"_s));
    made.state = makeLabel(tr("Asking the server…"), {}, true);
    made.state->setObjectName(id + u"State"_s);
    made.numbers = makeLabel({}, u"muted"_s, true);
    made.numbers->setObjectName(id + u"Numbers"_s);
    made.trouble = makeLabel({}, u"hint"_s, true);
    made.trouble->setObjectName(id + u"Trouble"_s);
    made.trouble->hide();
    made.to = new QLineEdit;
    const QString label = text ? tr("Phone Number for a Test") : tr("Email Address for a Test");
    identify(made.to, id + u"TestTo"_s, label);
    made.to->setPlaceholderText(label);
    made.to->setMaxLength(254);
    made.send = makeButton(id + u"SendTest"_s, tr("Send a Test"));
    made.send->setAccessibleName(text ? tr("Send a Test by Text") : tr("Send a Test by Email"));
    made.send->setEnabled(false);
    made.verdict = makeLabel({}, {}, true);
    made.verdict->setObjectName(id + u"Verdict"_s);
    made.verdict->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(made.to, 1);
    row->addWidget(made.send);
    inside->addWidget(made.state);
    inside->addWidget(made.numbers);
    inside->addWidget(made.trouble);
    inside->addSpacing(scaled(4));
    inside->addLayout(row);
    inside->addWidget(made.verdict);
    m_cards->layout()->addWidget(card);
    connect(made.to, &QLineEdit::textChanged, this,
            [made](const QString& typed) { made.send->setEnabled(!typed.trimmed().isEmpty()); });
    connect(made.to, &QLineEdit::returnPressed, made.send, &QPushButton::click);
    connect(made.send, &QPushButton::clicked, this, [this, made] { sendTest(made); });
    return made;
}

void GatewaySection::load()
{
    askStore(
        services().store, this, [worker = services().worker](LocalStore& store) { return readWho(store, worker); },
        [this](const Result<Reading>& read) {
            if (!read.ok()) {
                notice().say(Notice::Tone::Bad, read.error().sentence);
                return;
            }
            m_phoneRegion = read->phoneRegion;
            m_cards->setVisible(read->administrator);
            if (!read->administrator) {
                notice().say(Notice::Tone::Info, tr("Only an administrator can see and test the carriers."));
            } else {
                askServer();
            }
        });
}

void GatewaySection::askServer()
{
    if (!services().account) {
        return;
    }
    m_again->setEnabled(false);
    services().account->askGateway(this, [this](const Result<protocol::GatewayReport>& report) {
        m_again->setEnabled(true);
        if (!report.ok()) {
            for (const Carrier& carrier : {m_texts, m_mail}) {
                carrier.state->setText(tr("Not known now."));
            }
            notice().say(Notice::Tone::Warn, report.error().sentence);
            return;
        }
        notice().hide();
        show(m_texts, report->texts);
        show(m_mail, report->mail);
    });
}

void GatewaySection::show(const Carrier& carrier, const protocol::CarrierReport& report)
{
    const bool text = carrier.channel == Channel::Text;
    const QString from = text ? phoneInWords(report.from, services().phones, m_phoneRegion) : report.from;
    if (!report.joined) {
        carrier.state->setText(
            tr("No carrier is set up on the server, so nothing goes out this way. Ask who runs it."));
    } else if (report.from.isEmpty()) {
        carrier.state->setText(text ? tr("The agency has no sending number: set it under Agency.")
                                    : tr("The agency has no sending address: set it under Agency."));
    } else {
        carrier.state->setText(tr("Set up: %1, sending as %2.").arg(report.name, from));
    }
    const QLocale locale;
    QStringList numbers = {tr("Waiting now: %1").arg(locale.toString(report.waiting)),
                           tr("sent in 24 hours: %1").arg(locale.toString(report.sentToday)),
                           tr("not sent in 24 hours: %1").arg(locale.toString(report.failedToday))};
    if (report.lastSentAt.isValid()) {
        numbers.append(tr("last sent: %1").arg(timeInWords(report.lastSentAt, services().clock.now())));
    }
    carrier.numbers->setText(numbers.join(u" · "_s));
    carrier.trouble->setText(tr("Last problem: %1").arg(oneLine(reasonInWords(report.lastProblem))));
    carrier.trouble->setVisible(!report.lastProblem.isEmpty());
}

void GatewaySection::sendTest(const Carrier& carrier)
{
    if (!services().account) {
        return;
    }
    const auto say = [carrier](const QString& sentence, const QString& role) {
        setLook(carrier.verdict, "role", role);
        carrier.verdict->setText(sentence);
        carrier.verdict->setAccessibleName(sentence);
        carrier.verdict->show();
    };
    const auto address = casework::readTyped(carrier.channel, carrier.to->text(), services().phones, m_phoneRegion);
    if (!address.ok()) {
        say(address.error().sentence, u"problem"_s);
        return;
    }
    carrier.send->setEnabled(false);
    say(tr("Sending…"), u"muted"_s);
    services().account->sendTest({carrier.channel, address->value()}, this,
                                 [this, carrier, say](const Result<protocol::TestMessageAnswer>& answer) {
                                     carrier.send->setEnabled(true);
                                     if (!answer.ok()) {
                                         say(reasonInWords(answer.error().sentence), u"problem"_s);
                                     } else {
                                         say(reasonInWords(answer->sentence), answer->taken ? u"good"_s : u"problem"_s);
                                     }
                                 });
}

} // namespace handrail::ui
