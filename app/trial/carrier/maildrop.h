// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace handrail::trial {

/// A mail as the client's phone shows it.
struct DroppedMail
{
    QString fileName;
    QString to;
    QString from;
    QString subject;
    QString text;
    QString html;
    QString unsubscribe; ///< The header, as it is.
    QDateTime at;        ///< UTC, from the Date header.
};

/// The .eml files of a folder, oldest first. A file that is no mail is left out.
QList<DroppedMail> readMailDrop(const QString& folder);

} // namespace handrail::trial
