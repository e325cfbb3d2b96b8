// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/referralcolumns.h"

#include "ui/models/referraltablemodel.h"
#include "ui/views/columnfit.h"
#include "ui/views/rowdelegate.h"
#include "ui/words.h"

#include <QTableView>

namespace handrail::ui {

ColumnFit* fitReferralColumns(QTableView* table)
{
    using Column = ReferralTableModel::Column;
    const QFontMetrics& metrics = table->fontMetrics();
    const QStringList answers = {answerInShort(Answer::Yes), answerInShort(Answer::No),
                                 answerInShort(Answer::NoLongerInterested)};
    const QList<int> characters = {15, 28, 19, 11, 14, 19, 17, 17, 17};
    return new ColumnFit(table, characters,
                         {{Column::Status, StatusDelegate::widest(metrics)},
                          {Column::NextFollowUp, widthForDays(metrics)},
                          {Column::LastAnswer, widthForWords(metrics, answers)},
                          {Column::LastActivity, widthForTimes(metrics)},
                          {Column::Created, widthForTimes(metrics)}});
}

} // namespace handrail::ui
