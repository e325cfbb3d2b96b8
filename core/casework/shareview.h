// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// A share as it stands: who shared what with whose consent, and what became of each message.
struct ShareView
{
    struct Line
    {
        Message message;
        QString siteName; ///< Of a follow-up; empty for an initial message.
    };
    Share share;
    QString sharedBy; ///< The worker's name; empty where this desk does not know it.
    std::optional<Consent> consent;
    bool withdrawn = false;
    QStringList siteNames; ///< One per referral, in basket order.
    QList<Line> lines;     ///< By due time.

    /// What withdrawing the consent would cancel.
    [[nodiscard]] QList<Line> unsent() const;
};

/// Reads a share. NotFound where there is none.
Result<ShareView> viewShare(Desk& desk, const ShareId& id);

} // namespace handrail::casework
