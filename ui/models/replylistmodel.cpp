// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/replylistmodel.h"

#include "ui/phonemask.h"
#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ReplyListModel::ReplyListModel(StoreRunner& store, const Clock& clock, const PhoneNumbers& phones, QObject* parent)
    : PagedModel(store, parent)
    , m_clock(clock)
    , m_phones(phones)
{
}

void ReplyListModel::show(const Scope& scope)
{
    setQuery(
        [scope, region = m_region](LocalStore& store, Page page) {
            region->readFrom(store);
            return store.replies().waiting(scope, page);
        },
        [scope](LocalStore& store) { return store.replies().countWaiting(scope); });
}

QVariant ReplyListModel::cell(const ReplyRow& row, int, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return senderInWords(row, m_phones, m_region->now());
    case SubtitleRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return row.reply.body.trimmed().isEmpty() ? tr("(a message without words)") : oneLine(row.reply.body);
    case AsideRole:
        return timeInWords(row.reply.receivedAt, m_clock.now());
    case IconRole:
        return row.reply.via == ReplyVia::Email ? u"mail"_s : u"message"_s;
    default:
        return {};
    }
}

QString senderInWords(const ReplyRow& row, const PhoneNumbers& phones, const QString& region)
{
    QStringList names;
    for (const QString& name : row.clientNames) {
        names.append(oneLine(name));
    }
    if (names.size() > 3) {
        // A number with brackets of its own in the call sends lupdate into a loop without end.
        const int others = int(names.size()) - 1;
        return QCoreApplication::translate("ReplyListModel", "%1 or %n other(s)", nullptr, others).arg(names.first());
    }
    if (!names.isEmpty()) {
        return names.join(QCoreApplication::translate("ReplyListModel", " or ", "between names"));
    }
    if (row.reply.from && row.reply.from->channel() == Channel::Text) {
        return phoneInList(row.reply.from->value(), phones, region);
    }
    return row.reply.from ? row.reply.from->value()
                          : QCoreApplication::translate("ReplyListModel", "An unknown sender");
}

} // namespace handrail::ui
