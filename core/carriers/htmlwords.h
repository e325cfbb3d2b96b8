// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace handrail {

/// The words in a mail's HTML, line by line, for reading only: tags, styles, scripts and quoted mails (blockquote) are
/// left out. Takes one pass, whatever comes in.
QString wordsOfHtml(const QString& html);

} // namespace handrail
