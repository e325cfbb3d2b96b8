// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace handrail {

/// What the text of a referral's Shared activity says. It is written at one desk and read at others, so it is kept as an
/// English sentence with an ISO date, and each desk says it in its reader's language (docs/decisions/0121).
struct SharedNote
{
    bool byText = false;
    bool byEmail = false;
    QDate followUp; ///< In the client's time zone.

    [[nodiscard]] QString toText() const;
    /// Nothing where the text is no such note: an older desk's, in that desk's own language.
    static std::optional<SharedNote> fromText(const QString& text);
    friend bool operator==(const SharedNote&, const SharedNote&) = default;
};

} // namespace handrail
