// SPDX-License-Identifier: GPL-3.0-or-later
// mailsamples FOLDER: every email that Handrail writes by itself - each kind in each language it has words for - into
// files, by the very code that writes them for clients. Judges that are not ours read them.
#include "core/carriers/maildrop.h"
#include "core/domain/messagetext.h"
#include "server/gateway/outgoingmail.h"

#include <QCoreApplication>
#include <QDir>
#include <cstdio>

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

ResourceSite site(const QString& name)
{
    return {.id = ResourceSiteId(QUuid::createUuid()),
            .organizationName = name,
            .serviceName = name,
            .address1 = u"12 Main Street"_s,
            .city = u"Dayton"_s};
}

/// Two-letter languages of which there are words for emails.
QStringList languages()
{
    QStringList all;
    for (char16_t a = u'a'; a <= u'z'; ++a)
        for (char16_t b = u'a'; b <= u'z'; ++b)
            if (const QString tag = QString(a) + QChar(b); !builtInTemplate(u"initial.email."_s + tag).isEmpty())
                all.append(tag);
    return all;
}

bool writeSample(MailGateway& drop, MessageKind kind, const QString& language, int sites)
{
    const Agency agency{.id = AgencyId(QUuid::createUuid()),
                        .programName = language == u"en"_s ? u"Harbor House"_s : u"Casa Ñandú"_s,
                        .sendingAddress = u"help@harbor.example"_s,
                        .timeZone = u"America/New_York"_s,
                        .languages = {language, u"en"_s}};
    const QString page = kind == MessageKind::Initial ? u"r"_s : u"f"_s;
    const QString unsubscribe = u"https://handrail.harbor.example/u/3Hq0n2Jx9TtVb1LkQm7ZcA"_s;
    MessageTextContext context{.agency = agency,
                               .kind = kind,
                               .channel = Channel::Email,
                               .language = language,
                               .clientGivenName = u"María"_s,
                               .workerName = u"Dana Whitfield"_s,
                               .link = u"https://handrail.harbor.example/%1/8Ym4c0Rs6WdXe2NpUf5GhA"_s.arg(page),
                               .unsubscribeLink = unsubscribe};
    for (int i = 0; i < sites; ++i)
        context.sites.append(site(QStringList{u"Food Pantry"_s, u"Homeless Shelter"_s, u"Legal Aid"_s}.value(i)));
    const auto text = writeMessage(context);
    if (!text)
        return false;
    const Message message{.id = MessageId(QUuid::createUuid()),
                          .shareId = ShareId(QUuid::createUuid()),
                          .clientId = ClientId(QUuid::createUuid()),
                          .kind = kind,
                          .address = *EmailAddress::parse(u"maria@client.example"),
                          .language = language};
    const OutgoingMail mail = server::outgoingMail(agency, message, {1, text->subject, text->body, text->html},
                                                   unsubscribe, {.readsMail = true}, QDateTime::currentDateTimeUtc());
    std::printf("%s\t%s, %s, %d resources\n", qUtf8Printable(mail.messageId),
                kind == MessageKind::Initial ? "initial" : "follow-up", qUtf8Printable(language), sites);
    return drop.send(mail).kind == SendOutcome::Kind::Sent;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    MailDrop drop(app.arguments().value(1));
    bool good = argc == 2 && languages().size() >= 2;
    for (const QString& language : languages())
        for (const auto& [kind, sites] : {std::pair(MessageKind::Initial, 1), std::pair(MessageKind::Initial, 3),
                                          std::pair(MessageKind::FollowUp, 1)})
            good = writeSample(drop, kind, language, sites) && good;
    return good ? 0 : 1;
}
