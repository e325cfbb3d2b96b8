// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/serveraddress.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::sync {

namespace {

Error invalid(const char* sentence)
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("Sync", sentence)};
}

bool namesThisMachine(const QString& host)
{
    static const QStringList names = {u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    return names.contains(host);
}

} // namespace

Result<QUrl> readServerAddress(const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return invalid(QT_TRANSLATE_NOOP("Sync", "Enter the address of your agency's Handrail server."));
    QUrl url(text.contains("://"_L1) ? text : u"https://"_s + text, QUrl::StrictMode);
    if (text.size() > 500 || !url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment())
        return invalid(
            QT_TRANSLATE_NOOP("Sync", "This is not the address of a server. It looks like «handrail.example.org»."));
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && namesThisMachine(url.host())))
        return invalid(QT_TRANSLATE_NOOP("Sync", "The server's address must begin with «https://», so that nobody on "
                                                 "the way can read along."));
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

} // namespace handrail::sync
