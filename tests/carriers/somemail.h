// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"

namespace handrail::tests {

inline OutgoingMail someMail()
{
    return {.messageId = QStringLiteral("0190a0b0-0000-7000-8000-000000000001@agency.example"),
            .fromName = QStringLiteral("Casa Esperanza, Ayuda"),
            .fromAddress = QStringLiteral("help@agency.example"),
            .toAddress = QStringLiteral("maria@client.example"),
            .subject = QStringLiteral("¿Cómo le fue en «Food Pantry»?"),
            .text = QStringLiteral("Hola María:\n.\n..dots\n") + QString(300, u'é') +
                    QStringLiteral("\nhttps://h.example/f/abc\n"),
            .html = QStringLiteral("<p>Hola María: <a href=\"https://h.example/f/abc\">enlace</a></p>"),
            .unsubscribeUrl = QStringLiteral("https://handrail.agency.example/u/") + QString(22, u'x') +
                              QStringLiteral("?a-long-one-so-that-a-writer-would-like-to-fold-the-line"),
            .date = QDateTime(QDate(2026, 10, 5), QTime(15, 0, 7), Qt::UTC),
            .language = QStringLiteral("es")};
}

} // namespace handrail::tests
