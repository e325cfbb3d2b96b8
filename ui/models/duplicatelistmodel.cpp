// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/duplicatelistmodel.h"

#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

QString nameOf(const ClientRow& row)
{
    return oneLine(row.givenName + u' ' + row.familyName);
}

} // namespace

DuplicateListModel::DuplicateListModel(StoreRunner& store, QObject* parent)
    : PagedModel(store, parent)
{
    setQuery([](LocalStore& local, Page page) { return local.duplicates().pairs(page); },
             [](LocalStore& local) { return local.duplicates().pairCount(); });
}

QUuid DuplicateListModel::keyOfPair(const PossibleDuplicate& pair)
{
    return QUuid::createUuidV5(pair.first.id.uuid(), pair.second.id.uuid().toRfc4122());
}

QVariant DuplicateListModel::cell(const PossibleDuplicate& row, int, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1 and %2").arg(nameOf(row.first), nameOf(row.second));
    case SubtitleRole:
    case Qt::AccessibleDescriptionRole:
        return reasonsInWords(row.resemblance.reasons);
    case AsideRole:
        return row.resemblance.score >= likelyTheSame ? tr("Very likely") : tr("Possible");
    default:
        return {};
    }
}

} // namespace handrail::ui
