// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/autotext.h"

#include "core/domain/language.h"
#include "core/domain/neutral.h"
#include "core/domain/templates.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QString builtIn(const QString& key)
{
    static const QHash<QString, QString> texts = {
        {u"stop_confirmation.text.en"_s,
         u"{program}: You have opted out and will get no more texts from us. Reply START to get them again."_s},
        {u"stop_confirmation.text.es"_s,
         u"{program}: Listo, ya no le enviaremos mensajes de texto. Responda START para recibirlos de nuevo."_s},
        {u"help.text.en"_s,
         u"{program}: We text about services you asked for. Help: {email}\nReply STOP to opt out. Msg & data rates may "
         "apply."_s},
        {u"help.text.es"_s, u"{program}: Mensajes sobre servicios para usted. Ayuda: {email}\nResponda STOP "
                            u"para salir. Pueden aplicar "
                            "tarifas."_s},
        {u"neutral.help.text.en"_s,
         u"{program}: You asked us for these texts. Help: {email}\nReply STOP to opt out. Msg & data rates may apply."_s},
        {u"neutral.help.text.es"_s, u"{program}: Usted nos pidió estos mensajes. Ayuda: {email}\nResponda STOP para salir. "
                                    u"Pueden aplicar tarifas."_s},
    };
    // The confirmation names nothing but the sender: it is neutral as it is.
    return texts.value(key.startsWith("neutral.stop"_L1) ? key.mid(neutralPrefix.size()) : key);
}

/// The agency's words before ours, the client's language before the agency's, English at last.
QString chosen(const QString& kind, const Agency& agency, const QString& language)
{
    const QString wanted = chooseLanguage(agency.languages, language);
    for (const QString& tag : {wanted, agency.languages.value(0), u"en"_s}) {
        for (const QString& tried : {tag, primaryLanguage(tag)}) {
            const QString key = (isNeutral(agency.templates) ? neutralPrefix : ""_L1) + kind + u".text."_s + tried;
            if (const QString own = agency.templates.value(key).toString(); !own.trimmed().isEmpty())
                return own;
            if (const QString text = builtIn(key); !text.isEmpty())
                return text;
        }
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

QString autoText(ReplyPlan::AutoReply reply, const Agency& agency, const QString& language)
{
    if (reply == ReplyPlan::AutoReply::None)
        return {};
    const QString kind = reply == ReplyPlan::AutoReply::Help ? u"help"_s : u"stop_confirmation"_s;
    QString text = chosen(kind, agency, language);
    // No address, no «Help:».
    if (agency.sendingAddress.isEmpty())
        text.remove(u" Help: {email}"_s).remove(u" Ayuda: {email}"_s);
    return fillTemplate(text, {{u"program"_s, nameForClients(agency).simplified()}, {u"email"_s, agency.sendingAddress}})
        .trimmed();
}

} // namespace handrail
