// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/imapmailbox.h"

#include "core/carriers/imapsession.h"
#include "core/carriers/mailreader.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// Words come first in a mail, attachments last.
constexpr qsizetype mostBytes = 1024 * 1024;

Error trouble(const char* sentence)
{
    return {ErrorCode::Offline, QCoreApplication::translate("Mail", sentence)};
}

Error notOpened(CURLcode code)
{
    if (code == CURLE_LOGIN_DENIED)
        return trouble(QT_TRANSLATE_NOOP("Mail", "The mailbox does not accept the user name and password. An "
                                                 "administrator must check them."));
    if (code == CURLE_USE_SSL_FAILED || code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR ||
        code == CURLE_SSL_CACERT_BADFILE)
        return trouble(QT_TRANSLATE_NOOP("Mail", "The mailbox's server can't prove who it is, or offers no "
                                                 "encryption. An administrator must check it."));
    return trouble(QT_TRANSLATE_NOOP("Mail", "The mailbox's server can't be reached."));
}

Error brokenOff()
{
    return trouble(QT_TRANSLATE_NOOP("Mail", "The mailbox's server broke off. What it did not give comes next time."));
}

} // namespace

ImapMailbox::ImapMailbox(ImapSettings settings, const Clock& clock)
    : m_settings(std::move(settings))
    , m_clock(clock)
{
}

QString ImapMailbox::name() const
{
    return m_settings.user + u'@' + m_settings.host + u':' + QString::number(m_settings.port) + u'/' +
           m_settings.folder;
}

Result<MailboxReading> ImapMailbox::read(const MailboxPosition& position)
{
    if (exposesSecret(m_settings))
        return trouble(QT_TRANSLATE_NOOP("Mail", "The mailbox's password would travel unencrypted. An administrator "
                                                 "must turn encryption on."));
    ImapSession session(m_settings);
    if (session.opened() != CURLE_OK)
        return notOpened(session.opened());
    const auto state = session.enter(m_settings.folder);
    if (!state)
        return trouble(QT_TRANSLATE_NOOP("Mail", "The mailbox has no such folder. An administrator must check it."));
    const bool goesOn = position.validity == state->validity;
    MailboxReading reading{.before = {state->validity, goesOn ? position.uid : 0}};
    const auto uids =
        session.uidsAfter(reading.before.uid, goesOn ? QDate() : m_clock.now().date().addDays(-m_settings.daysBack));
    if (!uids)
        return brokenOff();
    const QList<quint32> now = uids->mid(0, m_settings.mailsAtOnce);
    reading.more = uids->size() > now.size();
    // Where nothing is left, what came before the days looked back on is done with too.
    reading.after = {state->validity, reading.more ? now.last() : qMax(state->uid, reading.before.uid)};
    for (const quint32 uid : now) {
        const auto bytes = session.fetch(uid, mostBytes);
        if (!bytes)
            return brokenOff();
        if (bytes->isEmpty())
            continue;
        reading.after.uid = qMax(reading.after.uid, uid);
        if (auto mail = readMail(*bytes)) {
            mail->uid = uid;
            reading.mails.append(*mail);
        } else {
            ++reading.unreadable;
        }
    }
    return reading;
}

Result<void> ImapMailbox::dealtWith(const MailboxReading& reading, const QList<quint32>& taken)
{
    if (!m_settings.markRead || taken.isEmpty())
        return {};
    ImapSession session(m_settings);
    if (session.opened() != CURLE_OK)
        return notOpened(session.opened());
    const auto state = session.enter(m_settings.folder, true);
    if (!state || state->validity != reading.after.validity || !session.markRead(taken))
        return brokenOff();
    return {};
}

} // namespace handrail
