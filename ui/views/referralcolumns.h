// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace handrail::ui {

class ColumnFit;

/// Gives the columns of a table of referrals (ReferralTableModel) their widths: the names of clients and resource sites
/// share what the rest leaves, which is read whole.
ColumnFit* fitReferralColumns(QTableView* table);

} // namespace handrail::ui
