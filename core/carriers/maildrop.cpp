// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/maildrop.h"

#include "core/carriers/mailwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QString fileNameOf(const QString& messageId)
{
    QString name = messageId;
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && c != u'-' && c != u'.' && c != u'@')
            c = u'_';
    return name + u".eml"_s;
}

bool writeWhole(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

MailDrop::MailDrop(QString folder)
    : m_folder(std::move(folder))
{
}

SendOutcome MailDrop::send(const OutgoingMail& mail)
{
    const auto written = writeMail(mail);
    if (!written)
        return {.kind = SendOutcome::Kind::Refused, .reason = written.error().sentence};
    const QDir folder(m_folder);
    if (!folder.mkpath(u"."_s) || !writeWhole(folder.filePath(fileNameOf(mail.messageId)), *written))
        return {.kind = SendOutcome::Kind::TryLater,
                .reason = QCoreApplication::translate("Mail", "The email can't be written into the mail folder.")};
    return {.kind = SendOutcome::Kind::Sent, .carrierId = mail.messageId};
}

} // namespace handrail
