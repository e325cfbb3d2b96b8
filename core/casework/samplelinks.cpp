// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/samplelinks.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

Result<QString> linkBaseOf(Desk& desk)
{
    for (const QString& fact : {u"public_url"_s, u"server_url"_s}) {
        const auto url = desk.store.sync().fact(fact);
        if (!url)
            return url.error();
        if (!url->isEmpty())
            return url->endsWith(u'/') ? url->chopped(1) : *url;
    }
    return u"https://handrail.example.org"_s;
}

QString sampleLink(const QString& base, QChar page)
{
    constexpr qsizetype tokenLength = 22; // 128 random bits in base64url, as the server's tokens are.
    return u"%1/%2/%3"_s.arg(base, page, QString(tokenLength, u'x'));
}

} // namespace handrail::casework
