// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace handrail {

/// The primary language of a BCP 47 tag: "es-MX" -> "es".
QString primaryLanguage(const QString& tag);

/// The tag of `offered` that serves a person who wants `wanted`: the same tag, else one of the same primary language,
/// else the first offered; "en" where nothing is offered. Case aside.
QString chooseLanguage(const QStringList& offered, const QString& wanted);

} // namespace handrail
