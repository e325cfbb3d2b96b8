// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"

#include <QStringList>

namespace handrail {

/// Which message a template is for, as its key "initial.text.en" or "neutral.initial.text.en" says.
struct TemplateKind
{
    MessageKind kind = MessageKind::Initial;
    Channel channel = Channel::Text;
    QString language; ///< BCP 47
    bool neutral = false; ///< For an agency with neutral wording: core/domain/neutral.h.
    friend bool operator==(const TemplateKind&, const TemplateKind&) = default;
};

/// The key under which Agency::templates and the built-in ones keep a template.
QString templateKey(const TemplateKind& kind);
/// Nothing where `key` is none.
std::optional<TemplateKind> templateKindOf(const QString& key);

/// A placeholder that a template may use, for the list beside an editor.
struct Placeholder
{
    QString name; ///< Without braces.
    QString meaning;
    bool mandatory = false;
};
QList<Placeholder> placeholdersFor(const TemplateKind& kind);

/// What stands in the way of using an agency's own template, and what would make it better; each a sentence.
struct TemplateCheck
{
    QStringList problems; ///< Must be mended before it is kept.
    QStringList hints;    ///< May be left.
    [[nodiscard]] bool ok() const { return problems.isEmpty(); }
};

/// R8, R12, FACTS of the carriers: all problems at once. Placeholders: unknown ones, those that this message has
/// nothing for, braces that don't match, a missing {link}. Texts: the program's name first, the opt-out words in the
/// first text, no word as a choice that opts out at the carrier, at most 1,600 characters; hints on what costs more
/// segments, on public link shorteners, and on names that others may read on the client's phone. Emails: a subject,
/// and the program's name. A blank text has no problems: the built-in template is used then. `programName`: as it will
/// stand in the message, for its length.
TemplateCheck checkTemplate(const TemplateKind& kind, const QString& text, const QString& programName);

} // namespace handrail
