// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/syncsection.h"

#include "core/domain/reasons.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int waitingShown = 500;
constexpr qsizetype refusedShown = 50;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SyncSection)
};

/// What a change is about, in a worker's words.
QString kindInWords(const QString& entity)
{
    static const QMap<QString, const char*> kinds = {
        {u"client"_s, QT_TRANSLATE_NOOP("SyncSection", "Client")},
        {u"contact_point"_s, QT_TRANSLATE_NOOP("SyncSection", "Phone or email of a client")},
        {u"basket_item"_s, QT_TRANSLATE_NOOP("SyncSection", "Basket")},
        {u"referral"_s, QT_TRANSLATE_NOOP("SyncSection", "Referral")},
        {u"share"_s, QT_TRANSLATE_NOOP("SyncSection", "Share with a client")},
        {u"consent"_s, QT_TRANSLATE_NOOP("SyncSection", "Consent")},
        {u"consent_withdrawal"_s, QT_TRANSLATE_NOOP("SyncSection", "Withdrawn consent")},
        {u"message"_s, QT_TRANSLATE_NOOP("SyncSection", "Message")},
        {u"opt_out"_s, QT_TRANSLATE_NOOP("SyncSection", "Opt-out")},
        {u"activity"_s, QT_TRANSLATE_NOOP("SyncSection", "Entry of Recent Activity")},
        {u"agency"_s, QT_TRANSLATE_NOOP("SyncSection", "Settings of the agency")},
        {u"team"_s, QT_TRANSLATE_NOOP("SyncSection", "Team")}};
    return Words::tr(kinds.value(entity, QT_TRANSLATE_NOOP("SyncSection", "Other change")));
}

/// What a worker does about a change that the server will never take.
QString adviceFor(const QString& entity)
{
    if (entity == "agency"_L1 || entity == "team"_L1) {
        return Words::tr("Ask an administrator to make this change.");
    }
    if (entity == "message"_L1) {
        return Words::tr("Look at the message on the page Messages: it may have gone out already.");
    }
    if (entity == "share"_L1 || entity == "consent"_L1) {
        return Words::tr("The client gets nothing of this share. Share the referral again.");
    }
    return Words::tr(
        "Look whether it is as it should be, and do it again if not. If that is refused too, show this page "
        "to your administrator.");
}

} // namespace

QString changesInWords(const QList<Change>& changes)
{
    QMap<QString, int> kinds;
    for (const Change& change : changes) {
        ++kinds[kindInWords(change.entity)];
    }
    QStringList parts;
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        parts.append(u"%1 (%2)"_s.arg(it.key()).arg(it.value()));
    }
    return parts.join(u", "_s);
}

SyncSection::SyncSection(Services services)
    : SettingsSection(services, u"syncSettings"_s, tr("Sync"),
                      tr("This computer works without the network; what you do here goes to the server by itself."))
    , m_words(makeLabel({}, u"strong"_s, true))
    , m_details(makeLabel({}, {}, true))
    , m_server(makeLabel({}, u"muted"_s, true))
    , m_waiting(makeLabel({}, {}, true))
    , m_refused(new QVBoxLayout)
{
    m_words->setObjectName(u"syncWords"_s);
    m_details->setObjectName(u"syncDetails"_s);
    m_server->setObjectName(u"syncServer"_s);
    m_waiting->setObjectName(u"syncWaiting"_s);
    m_server->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_refused->setSpacing(scaled(8));
    auto* now = makeButton(u"syncNow"_s, SyncSection::tr("Sync Now"));
    column()->addWidget(m_words);
    column()->addWidget(m_details);
    column()->addWidget(m_server);
    column()->addWidget(m_waiting);
    column()->addWidget(now, 0, Qt::AlignLeft);
    column()->addSpacing(scaled(8));
    column()->addLayout(m_refused);
    column()->addStretch(1);
    connect(now, &QPushButton::clicked, this, [this] {
        this->services().agent.lookNow();
        load();
    });
}

Result<SyncSection::Reading> SyncSection::read(LocalStore& store)
{
    const auto state = readSyncState(store);
    const auto server = store.sync().fact(u"server_url"_s);
    const auto waiting = store.sync().outgoing(waitingShown);
    const auto refused = store.sync().refused();
    for (const Error* trouble :
         {state.ok() ? nullptr : &state.error(), server.ok() ? nullptr : &server.error(),
          waiting.ok() ? nullptr : &waiting.error(), refused.ok() ? nullptr : &refused.error()}) {
        if (trouble) {
            return *trouble;
        }
    }
    return Reading{*state, *server, *waiting, *refused};
}

void SyncSection::load()
{
    askStore(services().store, this, read, [this](const Result<Reading>& read) {
        if (read.ok()) {
            show(*read);
        } else {
            notice().say(Notice::Tone::Bad, read.error().sentence);
        }
    });
}

void SyncSection::show(const Reading& read)
{
    const QDateTime now = services().clock.now();
    m_words->setText(syncInWords(read.state, now));
    QString details = read.state.lastSyncAt.isValid()
                          ? tr("The server last answered: %1.").arg(timeInWords(read.state.lastSyncAt, now))
                          : tr("The server has not answered this computer yet.");
    if (!read.state.lastSyncError.isEmpty()) {
        details += u' ' + read.state.lastSyncError;
    }
    m_details->setText(details);
    m_server->setText(tr("Server: %1").arg(read.server.isEmpty() ? tr("none") : read.server));
    m_waiting->setText(read.waiting.isEmpty() ? tr("Nothing waits on this computer.")
                                              : tr("Waiting for the server: %1.").arg(changesInWords(read.waiting)));
    clearLayout(m_refused);
    if (read.refused.isEmpty()) {
        return;
    }
    m_refused->addWidget(makeLabel(tr("Changes that the server refused"), u"strong"_s, true));
    m_refused->addWidget(makeLabel(tr("They are kept on this computer, but nobody else sees them."), u"muted"_s, true));
    for (const RefusedChange& refused : read.refused.first(std::min(read.refused.size(), refusedShown))) {
        addRefused(refused);
    }
    if (read.refused.size() > refusedShown) {
        m_refused->addWidget(
            makeLabel(tr("And %n more.", nullptr, int(read.refused.size() - refusedShown)), u"muted"_s, true));
    }
}

void SyncSection::addRefused(const RefusedChange& refused)
{
    auto* card = makeFrame(u"card"_s, scaled(12));
    card->setObjectName(u"refusedChange"_s);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(refused.change.stamp.wallMs, Qt::UTC);
    layoutOf(card)->setSpacing(scaled(2));
    layoutOf(card)->addWidget(
        makeLabel(u"%1 · %2"_s.arg(kindInWords(refused.change.entity), timeInWords(at, services().clock.now())),
                  u"strong"_s, true));
    layoutOf(card)->addWidget(makeLabel(reasonInWords(refused.sentence), {}, true));
    layoutOf(card)->addWidget(makeLabel(adviceFor(refused.change.entity), u"muted"_s, true));
    m_refused->addWidget(card);
}

} // namespace handrail::ui
