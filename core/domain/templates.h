// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace handrail {

/// Fills `{name}` placeholders once: what is inserted is never looked into again. A line that held nothing but
/// placeholders, all empty, goes; so does the blank before an empty placeholder.
QString fillTemplate(const QString& text, const QHash<QString, QString>& values);

/// The placeholders of `text`, without their braces, each once.
QStringList placeholdersOf(const QString& text);

} // namespace handrail
