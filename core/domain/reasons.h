// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace handrail {

/// Why a message or a referral stands where it does is decided on one computer and read on others, by people of several
/// languages. So it is kept and sent as its English sentence, which is its code as well, and each reader's program puts
/// it into the reader's language. docs/decisions/0121.
/// Takes what QT_TRANSLATE_NOOP(context, "...") gives, so that the translators see it.
inline QString keptReason(const char* english)
{
    return QString::fromUtf8(english);
}

/// A reason in the language of this program; as it is where it has no translation: another version's, or a person's own
/// words.
QString reasonInWords(const QString& reason);

/// The translation contexts in which reasons stand, for the test that every one of them can be read in every language.
QStringList reasonContexts();

} // namespace handrail
