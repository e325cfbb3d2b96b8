// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sharelinesmodel.h"

#include "core/domain/reasons.h"
#include "ui/models/pagedmodel.h"
#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ShareLinesModel::ShareLinesModel(const PhoneNumbers& phones, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_phones(phones)
    , m_clock(clock)
{
}

void ShareLinesModel::show(const QList<casework::ShareView>& shares, const ReferralId& referral,
                           const QString& phoneRegion)
{
    QList<Message> messages;
    for (const auto& share : shares) {
        for (const auto& line : share.lines) {
            if (line.message.referralId.value_or(referral) == referral) {
                messages.append(line.message);
            }
        }
    }
    m_region = phoneRegion;
    if (messages == m_messages) {
        return;
    }
    beginResetModel();
    m_messages = messages;
    endResetModel();
}

int ShareLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size());
}

QString ShareLinesModel::title(const Message& message) const
{
    const bool text = message.channel() == Channel::Text;
    const QString what = message.kind == MessageKind::Initial ? (text ? tr("Text") : tr("Email"))
                         : text                               ? tr("Follow-up text")
                                                              : tr("Follow-up email");
    return tr("%1 to %2 %3", "Text to 937... was delivered")
        .arg(what, addressInWords(message.address, m_phones, m_region), messageStateInWords(message.state));
}

QString ShareLinesModel::subtitle(const Message& message) const
{
    const QDateTime now = m_clock.now();
    const QString when =
        message.state == MessageState::Waiting
            ? (message.dueAt <= now ? tr("Due now") : tr("Due %1").arg(timeInWords(message.dueAt, now)))
            : timeInWords(message.stateAt.isValid() ? message.stateAt : message.dueAt, now);
    return message.reason.isEmpty() ? when : u"%1 · %2"_s.arg(when, oneLine(reasonInWords(message.reason)));
}

QVariant ShareLinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Message& message = m_messages[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return title(message);
    case SubtitleRole:
    case Qt::AccessibleDescriptionRole:
        return subtitle(message);
    case Qt::ToolTipRole:
        return message.reason.isEmpty() ? title(message) : reasonInWords(message.reason);
    case IconRole:
        return message.channel() == Channel::Text ? u"phone"_s : u"mail"_s;
    default:
        return {};
    }
}

} // namespace handrail::ui
