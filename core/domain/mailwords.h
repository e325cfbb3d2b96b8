// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace handrail {

/// What a client wrote in an email: without the mail that it quotes (ours: it contains «Yes»), the line that announces
/// the quotation, the signature, and what a phone adds. Text below a quotation is kept. Empty where nothing is the
/// client's own. The work is bounded, whatever comes in.
QString ownWords(const QString& mail);

/// R8, R10: whether a mail asks for no more email. `own`: ownWords(). The subject counts where the mail is not an
/// answer, since an answer's subject is ours.
bool asksForNoMoreMail(const QString& own, const QString& subject);

/// Whether that is all it says, so that nobody has to read it.
bool saysOnlyStop(const QString& own, const QString& subject);

/// A subject that is the sender's own: no "Re:", "Fwd:" or their like.
bool isOwnSubject(const QString& subject);

} // namespace handrail
