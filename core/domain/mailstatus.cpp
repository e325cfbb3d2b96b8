// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mailstatus.h"

#include "core/domain/reasons.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Row
{
    QStringView code; ///< Subject and detail without the class; a detail of "" holds for the whole subject.
    const char* sentence;
};

/// More exact codes first. RFC 3463, RFC 7505 (1.10), RFC 7372 (7.20 ff.); 7.26 and 7.27 as Google uses them.
constexpr std::array rows{
    Row{u"1.1", QT_TRANSLATE_NOOP("MailStatus", "This email address does not exist.")},
    Row{u"1.2", QT_TRANSLATE_NOOP("MailStatus", "The part after the @ does not exist. It may be misspelled.")},
    Row{u"1.3", QT_TRANSLATE_NOOP("MailStatus", "The mail server can't read this email address.")},
    Row{u"1.6", QT_TRANSLATE_NOOP("MailStatus", "The client's mailbox has moved, and nobody says where to.")},
    Row{u"1.7", QT_TRANSLATE_NOOP("MailStatus", "The client's mail server does not accept the agency's address.")},
    Row{u"1.8", QT_TRANSLATE_NOOP("MailStatus", "The client's mail server does not accept the agency's address.")},
    Row{u"1.10", QT_TRANSLATE_NOOP("MailStatus", "The part after the @ takes no email at all. It may be misspelled.")},
    Row{u"1.", QT_TRANSLATE_NOOP("MailStatus", "This email address does not work.")},
    Row{u"2.1", QT_TRANSLATE_NOOP("MailStatus", "The client's mailbox is switched off.")},
    Row{u"2.2", QT_TRANSLATE_NOOP("MailStatus", "The client's mailbox is full.")},
    Row{u"2.3", QT_TRANSLATE_NOOP("MailStatus", "The email is too long for the client's mailbox.")},
    Row{u"2.", QT_TRANSLATE_NOOP("MailStatus", "The client's mailbox does not take email.")},
    Row{u"3.4", QT_TRANSLATE_NOOP("MailStatus", "The email is too long for the client's mail server.")},
    Row{u"3.", QT_TRANSLATE_NOOP("MailStatus", "The client's mail server does not work properly.")},
    Row{u"4.", QT_TRANSLATE_NOOP("MailStatus", "The client's mail server can't be reached.")},
    Row{u"5.", QT_TRANSLATE_NOOP("MailStatus", "The mail servers do not understand each other.")},
    Row{u"6.", QT_TRANSLATE_NOOP("MailStatus", "The client's mail server can't read the email.")},
    Row{u"7.20", QT_TRANSLATE_NOOP("MailStatus", "The agency's email lacks the proof of where it comes from (DKIM). "
                                                 "An administrator must check it.")},
    Row{u"7.23", QT_TRANSLATE_NOOP("MailStatus", "The agency's email lacks the proof of where it comes from (SPF). "
                                                 "An administrator must check it.")},
    Row{u"7.26", QT_TRANSLATE_NOOP("MailStatus", "The agency's email lacks the proof of where it comes from (SPF, "
                                                 "DKIM). An administrator must check it.")},
    Row{u"7.27", QT_TRANSLATE_NOOP("MailStatus", "The agency's email lacks the proof of where it comes from (SPF). "
                                                 "An administrator must check it.")},
    Row{u"7.28", QT_TRANSLATE_NOOP("MailStatus", "The client's mail server gets too much email from the agency.")},
    Row{u"7.", QT_TRANSLATE_NOOP("MailStatus", "The client's mail server does not let the agency's email in.")}};

bool matches(QStringView code, QStringView subjectAndDetail)
{
    return code.endsWith(u'.') ? subjectAndDetail.startsWith(code) : subjectAndDetail == code;
}

} // namespace

QString enhancedStatusIn(const QString& text)
{
    static const QRegularExpression shape(u"(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)"_s);
    return shape.match(text.left(2000)).captured(1);
}

QString mailTroubleInWords(const QString& status)
{
    for (const Row& row : rows)
        if (matches(row.code, QStringView(status).mid(2)))
            return keptReason(row.sentence);
    return keptReason(QT_TRANSLATE_NOOP("MailStatus", "The client's mail server did not take the email."));
}

bool isForGood(const QString& status)
{
    return status.startsWith("5."_L1);
}

bool concernsAddress(const QString& status)
{
    return status.startsWith("5.1."_L1) ? status != "5.1.7"_L1 && status != "5.1.8"_L1 : status.startsWith("5.2."_L1);
}

} // namespace handrail
