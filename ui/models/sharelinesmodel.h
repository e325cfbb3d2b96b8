// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/shareview.h"
#include "ui/services.h"

#include <QAbstractListModel>

namespace handrail::ui {

/// The messages of a referral, over all its shares: what each was, where to, and what became of it.
class ShareLinesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    ShareLinesModel(const PhoneNumbers& phones, const Clock& clock, QObject* parent = nullptr);
    /// Of `shares` (latest first), the initial messages and the follow-ups about `referral`.
    void show(const QList<casework::ShareView>& shares, const ReferralId& referral, const QString& phoneRegion);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(const Message& message) const;
    [[nodiscard]] QString subtitle(const Message& message) const;

    const PhoneNumbers& m_phones;
    const Clock& m_clock;
    QString m_region;
    QList<Message> m_messages;
};

} // namespace handrail::ui
