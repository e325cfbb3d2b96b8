// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sharednote.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QString channelsOf(const SharedNote& note)
{
    return note.byText && note.byEmail ? u"text and email"_s : note.byText ? u"text"_s : u"email"_s;
}

} // namespace

QString SharedNote::toText() const
{
    return u"Shared by %1 with the client’s consent. Follow-up on %2."_s.arg(channelsOf(*this),
                                                                              followUp.toString(Qt::ISODate));
}

std::optional<SharedNote> SharedNote::fromText(const QString& text)
{
    static const QRegularExpression shape(
        u"^Shared by (text and email|text|email) with the client’s consent\\. Follow-up on (\\d{4}-\\d{2}-\\d{2})\\.$"_s);
    const QRegularExpressionMatch found = shape.match(text);
    const QDate day = QDate::fromString(found.captured(2), Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    const QString channels = found.captured(1);
    return SharedNote{channels.startsWith(u"text"), channels.endsWith(u"email"), day};
}

} // namespace handrail
