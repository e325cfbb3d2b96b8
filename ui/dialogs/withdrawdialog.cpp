// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/withdrawdialog.h"

#include "core/casework/sharing.h"
#include "ui/draftkeeper.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QJsonArray>
#include <QBoxLayout>
#include <QListView>
#include <QScreen>
#include <QStringListModel>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

WithdrawDialog::WithdrawDialog(Services services, const QList<ShareId>& shares, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_shares(shares)
    , m_what(makeLabel({}, {}, true))
    , m_lines(new QStringListModel(this))
    , m_list(new QListView)
    , m_note(new NoteEdit)
    , m_notice(new Notice(u"withdrawNotice"_s))
    , m_withdraw(makeButton(u"confirmWithdraw"_s, tr("Withdraw Consent"), ButtonKind::Primary))
{
    setObjectName(u"withdrawDialog"_s);
    setWindowTitle(tr("Withdraw Consent"));
    m_what->setObjectName(u"withdrawWhat"_s);
    identify(m_list, u"withdrawList"_s, tr("Messages that will be canceled"));
    m_list->setModel(m_lines);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setWordWrap(true);
    m_list->setAlternatingRowColors(true);
    identify(m_note, u"withdrawNote"_s, tr("What the client said (if you want to keep it)"));
    m_note->setMaximumHeight(fontMetrics().height() * 5);
    auto* caption = makeLabel(m_note->accessibleName(), u"section"_s, true);
    caption->setBuddy(m_note);
    auto* cancel = makeButton(u"keepConsent"_s, tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("Withdraw Consent"), u"title"_s, true));
    column->addWidget(m_what);
    column->addWidget(m_list, 1);
    column->addWidget(makeLabel(tr("This can’t be undone; with a new consent you can share again."), u"muted"_s, true));
    column->addWidget(caption);
    column->addWidget(m_note);
    column->addWidget(m_notice);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_withdraw);
    column->addLayout(row);
    m_withdraw->setEnabled(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_withdraw, &QPushButton::clicked, this, &WithdrawDialog::withdraw);
    resizeOnScreen(this, {620, 480});
    keepDraft();
    read();
}

void WithdrawDialog::keepDraft()
{
    const auto typed = [this] {
        const QString text = m_note->toPlainText();
        QJsonArray shares;
        for (const ShareId& share : std::as_const(m_shares)) {
            shares.append(share.toString());
        }
        return text.trimmed().isEmpty() ? QJsonObject() : QJsonObject{{u"text"_s, text}, {u"shares"_s, shares}};
    };
    m_draft = new DraftKeeper(
        m_services.store, m_services.clock,
        {typed, [this](const QJsonObject& draft) { m_note->setPlainText(draft.value(u"text"_s).toString()); }}, this);
    m_draft->follow(m_note);
    if (!m_shares.isEmpty()) {
        m_draft->open(u"withdraw/%1"_s.arg(m_shares.first().toString()), tr("Withdrawing consent"));
    }
}

QList<ShareId> WithdrawDialog::sharesOf(const Draft& draft)
{
    QList<ShareId> shares;
    const QJsonArray ids = draft.content.value(u"shares"_s).toArray();
    for (const auto& id : ids) {
        if (const auto share = ShareId::fromString(id.toString())) {
            shares.append(*share);
        }
    }
    return shares;
}

/// Whoever keeps the consent throws the words about it away.
void WithdrawDialog::reject()
{
    m_draft->discard();
    QDialog::reject();
}

void WithdrawDialog::read()
{
    atDesk(
        m_services, this,
        [shares = m_shares](casework::Desk& desk) -> Result<QList<casework::ShareView>> {
            QList<casework::ShareView> all;
            for (const ShareId& share : shares) {
                auto view = casework::viewShare(desk, share);
                if (!view.ok()) {
                    return view.error();
                }
                all.append(std::move(*view));
            }
            return all;
        },
        [this](const Result<QList<casework::ShareView>>& shares) {
            if (shares.ok()) {
                show(*shares);
            } else {
                m_notice->say(Notice::Tone::Bad, shares.error().sentence);
            }
        });
}

void WithdrawDialog::show(const QList<casework::ShareView>& shares)
{
    QStringList lines;
    QStringList sites;
    int gone = 0;
    for (const auto& share : shares) {
        sites += share.siteNames;
        gone += int(share.lines.size() - share.unsent().size());
        const QTimeZone zone = zoneOf(share.share.timeZone);
        for (const auto& line : share.unsent()) {
            const bool text = line.message.channel() == Channel::Text;
            const QString day = dayInWords(line.message.dueAt, zone);
            lines.append(line.message.kind == MessageKind::Initial
                             ? (text ? tr("The text with the information") : tr("The email with the information"))
                         : text ? tr("%1: follow-up text about %2").arg(day, oneLine(line.siteName))
                                : tr("%1: follow-up email about %2").arg(day, oneLine(line.siteName)));
        }
    }
    m_lines->setStringList(lines);
    m_list->setVisible(!lines.isEmpty());
    QString what = lines.isEmpty() ? tr("All messages of this share have gone out; nothing is left to cancel. The "
                                        "withdrawal is recorded.")
                                   : tr("These messages will not go out:");
    if (sites.size() > 1) {
        what.prepend(tr("The consent covers %n referral(s), shared together: %1.", nullptr, int(sites.size()))
                         .arg(oneLine(sites.join(u", "_s))) +
                     u'\n');
    }
    if (gone > 0 && !lines.isEmpty()) {
        what.prepend(tr("%n message(s) went out already.", nullptr, gone) + u'\n');
    }
    m_what->setText(what);
    m_withdraw->setEnabled(true);
    m_note->setFocus();
}

void WithdrawDialog::withdraw()
{
    m_withdraw->setEnabled(false);
    atDesk(
        m_services, this,
        [shares = m_shares, note = m_note->toPlainText()](casework::Desk& desk) -> Result<void> {
            for (const ShareId& share : shares) {
                // One that somebody else withdrew meanwhile is as good as withdrawn.
                const auto done = casework::withdrawConsent(desk, share, note);
                if (!done.ok() && done.error().code != ErrorCode::Conflict) {
                    return done;
                }
            }
            return {};
        },
        [this](const Result<void>& done) {
            m_withdraw->setEnabled(true);
            if (!done.ok()) {
                m_notice->say(Notice::Tone::Bad, done.error().sentence);
                return;
            }
            m_services.agent.lookNow();
            m_draft->discard();
            Q_EMIT withdrawn();
            accept();
        });
}

} // namespace handrail::ui
