// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace handrail {

/// The HTML part of an email, made from its plain text (paragraphs between blank lines, lists of lines that begin with
/// "- "). A line that is exactly `link` becomes the page's one button, labelled by the line above it; one that is
/// exactly `unsubscribeLink` a plain link. Everything is escaped; no tables, images, scripts or remote content.
QString mailHtml(const QString& language, const QString& title, const QString& plainText, const QString& link,
                 const QString& unsubscribeLink);

} // namespace handrail
