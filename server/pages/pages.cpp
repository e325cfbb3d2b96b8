// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/pages.h"

#include "core/domain/records/codec.h"
#include "server/pages/pagerenderer.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QUrl>

Q_LOGGING_CATEGORY(logPages, "handrail.server.pages", QtInfoMsg)

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

using pages::PageTexts;
using pages::QuestionState;

/// Where a page's forms may lead, as the Content-Security-Policy has it.
const QByteArray nowhere = "'none'";
const QByteArray toUs = "'self'";

HeaderList pageHeaders(const QByteArray& formAction)
{
    const QByteArray policy = "default-src 'none'; style-src " + pages::styleSource() + "; form-action " + formAction +
                              "; frame-ancestors 'none'; base-uri 'none'";
    return {{"Content-Type", "text/html; charset=utf-8"},
            {"Content-Security-Policy", policy},
            {"Referrer-Policy", "no-referrer"},
            {"X-Content-Type-Options", "nosniff"},
            {"X-Frame-Options", "DENY"},
            {"Cross-Origin-Opener-Policy", "same-origin"},
            {"Cross-Origin-Resource-Policy", "same-origin"},
            {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
            {"Cache-Control", "no-store"},
            {"X-Robots-Tag", "noindex, nofollow"}};
}

Response page(int status, const QByteArray& html, const QByteArray& formAction)
{
    return {.status = status, .headers = pageHeaders(formAction), .body = html};
}

/// The one chosen by the switch on the page, else the client's.
const PageTexts& textsFor(const Request& request, const PageReader& reader)
{
    const PageTexts* chosen = PageTexts::find(QString::fromUtf8(request.queryValue("lang").value_or(QByteArray())));
    return chosen ? *chosen : PageTexts::in(reader.language);
}

/// Where there is no client to know the language of: the browser's.
const PageTexts& textsFor(const Request& request)
{
    const PageTexts* chosen = PageTexts::find(QString::fromUtf8(request.queryValue("lang").value_or(QByteArray())));
    return chosen ? *chosen : PageTexts::accepted(request.header("Accept-Language"));
}

Response message(const Request& request, int status, const QString& kind)
{
    return page(status, pages::renderMessage(kind, textsFor(request)), nowhere);
}

/// What never reached a page: a form that is too big or broken, a server that has too much to do, or trouble in it.
Response refused(const Request& request, int status)
{
    const bool busy = status == 429 || status == 503;
    Response response = message(request, status, busy ? u"busy"_s : status == 500 ? u"trouble"_s : u"bad"_s);
    if (busy)
        response.addHeader("Retry-After", status == 429 ? "60" : "10");
    return response;
}

/// An unknown, an expired and a revoked link look alike; the inside of any other trouble is nobody's business.
Response failed(const Request& request, const Error& error)
{
    return error.code == ErrorCode::NotFound ? message(request, 404, u"gone"_s) : message(request, 503, u"trouble"_s);
}

/// The token of the path, or nothing where it can't be one.
std::optional<QByteArray> tokenOf(const Request& request)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9_-]{16,64}$"_s);
    const QByteArray token = request.params.value("token");
    if (token.size() > 64 || !shape.match(QString::fromLatin1(token)).hasMatch())
        return std::nullopt;
    return token;
}

bool isForm(const Request& request)
{
    return request.header("Content-Type").split(';').first().trimmed().toLower() == "application/x-www-form-urlencoded";
}

/// The value of the form's only field, where it is named so.
std::optional<QByteArray> onlyField(const Request& request, const QByteArray& name)
{
    const auto form = request.form();
    if (!isForm(request) || form.size() != 1 || form.first().first != name)
        return std::nullopt;
    return form.first().second;
}

/// RFC 8058: `List-Unsubscribe=One-Click`, as multipart/form-data or url-encoded.
bool isOneClick(const Request& request)
{
    static const QRegularExpression part(
        u"^--[^\\r\\n]{1,80}\\r?\\nContent-Disposition: *form-data; *name=\"?List-Unsubscribe\"?[^\\r\\n]*\\r?\\n"
        "(?:[A-Za-z-]+:[^\\r\\n]*\\r?\\n)*\\r?\\nOne-Click\\r?\\n--"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (request.header("Content-Type").trimmed().toLower().startsWith("multipart/form-data"))
        return part.match(QString::fromLatin1(request.body)).hasMatch();
    return onlyField(request, "List-Unsubscribe") == "One-Click";
}

/// What the handlers below work with.
struct Pages
{
    PageSource& source;
    PageLimit* limit; ///< Null: none.
    PageSettings settings;

    /// Of a page with «Leave this page»: browsers hold a form's redirect against the policy, too.
    [[nodiscard]] QByteArray formsOfOpened() const
    {
        const QUrl away(settings.leaveTo);
        return toUs + ' ' + away.toEncoded(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    }
};

/// Without a language that there are no words in.
pages::PageAddress addressOf(const Request& request)
{
    const QString chosen = QString::fromUtf8(request.queryValue("lang").value_or(QByteArray()));
    return {.part = request.queryValue("part").value_or("1").left(9).toInt(),
            .language = PageTexts::find(chosen) ? chosen : QString()};
}

/// How long a page that was opened from its cover stays open: reloading it, going back to it and the browser's history
/// show the cover after that.
constexpr qint64 openMs = 30LL * 60 * 1000;
/// As far as the clocks of two server processes may be apart.
constexpr qint64 skewMs = 60LL * 1000;

/// When the page was opened, as its address says; nothing where it is to be opened (anew).
std::optional<QString> openedAt(const Request& request, const QDateTime& now, const QDateTime& leftAt)
{
    bool isNumber = false;
    const qint64 at = request.queryValue("show").value_or(QByteArray()).left(16).toLongLong(&isNumber);
    const qint64 age = now.toMSecsSinceEpoch() - at;
    const bool isOpen = isNumber && age < openMs && age > -skewMs;
    if (!isOpen || (!leftAt.isNull() && at <= leftAt.toMSecsSinceEpoch()))
        return std::nullopt;
    return QString::number(at);
}

Response cover(const Request& request, const PageReader& reader, const QDateTime& now)
{
    pages::PageAddress address = addressOf(request);
    address.show = QString::number(now.toMSecsSinceEpoch());
    return page(200, pages::renderCover(textsFor(request, reader), address), nowhere);
}

Response getResources(const Pages& pages, const Request& request, const QByteArray& token)
{
    const auto found = pages.source.resources(token);
    if (!found)
        return failed(request, found.error());
    Response response;
    if (const auto opened = openedAt(request, found->now, found->leftAt)) {
        pages::PageAddress address = addressOf(request);
        address.show = *opened;
        response = page(200, pages::renderResources(*found, textsFor(request, found->reader), address),
                        pages.formsOfOpened());
    } else {
        response = cover(request, found->reader, found->now);
    }
    response.keep = found->keep;
    return response;
}

Response getQuestion(const Pages& pages, const Request& request, const QByteArray& token)
{
    const auto found = pages.source.question(token);
    if (!found)
        return failed(request, found.error());
    const auto opened = openedAt(request, found->now, found->leftAt);
    if (!opened)
        return cover(request, found->reader, found->now);
    pages::PageAddress address = addressOf(request);
    address.show = *opened;
    return page(200, pages::renderQuestion(*found, QuestionState::Asked, textsFor(request, found->reader), address),
                pages.formsOfOpened());
}

/// Leads away, whatever the trouble is: somebody may be coming through the door.
Response leave(const Pages& pages, const QByteArray& token)
{
    if (const auto left = pages.source.leave(token); !left)
        qCWarning(logPages) << "a page that was left can be opened again from the browser's history:"
                            << left.error().sentence;
    Response response = page(303, {}, nowhere);
    response.addHeader("Location", QUrl(pages.settings.leaveTo).toEncoded());
    // Chromium keeps pages whole for «back», whatever Cache-Control says, unless a cookie changed: this one holds nothing
    // and is gone in a second.
    response.addHeader("Set-Cookie", "left=1; Max-Age=1; HttpOnly; Secure; SameSite=Strict; Path=/");
    return response;
}

bool isLeaving(const Request& request)
{
    return onlyField(request, "leave") == "now";
}

Response postResources(const Pages& pages, const Request& request, const QByteArray& token)
{
    return isLeaving(request) ? leave(pages, token) : message(request, 400, u"bad"_s);
}

Response postAnswer(const Pages& pages, const Request& request, const QByteArray& token)
{
    if (isLeaving(request))
        return leave(pages, token);
    const QString value = QString::fromUtf8(onlyField(request, "answer").value_or(QByteArray()));
    const auto answer = records::fromName<Answer>(value);
    const auto found = answer ? pages.source.recordAnswer(token, *answer) : pages.source.question(token);
    if (!found)
        return failed(request, found.error());
    pages::PageAddress address = addressOf(request);
    address.show = openedAt(request, found->now, found->leftAt).value_or(QString());
    const QuestionState state = answer ? QuestionState::Answered : QuestionState::NotChosen;
    return page(answer ? 200 : 400, pages::renderQuestion(*found, state, textsFor(request, found->reader), address),
                pages.formsOfOpened());
}

Response getUnsubscribe(const Pages& pages, const Request& request, const QByteArray& token)
{
    const auto found = pages.source.unsubscribing(token);
    if (!found)
        return failed(request, found.error());
    return page(200, pages::renderUnsubscribe(*found, textsFor(request, found->reader)), toUs);
}

Response postUnsubscribe(const Pages& pages, const Request& request, const QByteArray& token)
{
    const bool oneClick = isOneClick(request);
    if (!oneClick && onlyField(request, "confirm") != "yes")
        return message(request, 400, u"bad"_s);
    const auto found = pages.source.unsubscribe(token, oneClick ? OptOut::Source::EmailOneClick : OptOut::Source::EmailLink);
    if (!found)
        return failed(request, found.error());
    return page(200, pages::renderUnsubscribe(*found, textsFor(request, found->reader)), toUs);
}

/// A browser says that another site's page made this POST. Mail programs and old browsers say nothing. «null» is what
/// browsers say of our own pages, because of their Referrer-Policy.
bool isForeign(const Request& request, const PageSettings& settings)
{
    if (const QByteArray site = request.header("Sec-Fetch-Site"); !site.isEmpty())
        return site != "same-origin" && site != "none";
    const QByteArray origin = request.header("Origin");
    if (origin.isEmpty() || origin == "null")
        return false;
    const QString host = QUrl(QString::fromLatin1(origin)).authority();
    return host.isEmpty() || (host != QString::fromLatin1(request.header("Host")) &&
                              host != QUrl(settings.publicUrl).authority());
}

using TokenHandler = Response (*)(const Pages&, const Request&, const QByteArray&);

/// Nothing is looked up, and so nothing recorded, for a request that is one too many, or another site's.
Response respond(const Pages& pages, TokenHandler handler, const Request& request)
{
    const auto token = tokenOf(request);
    if (pages.limit != nullptr && !pages.limit->mayAsk(request, token.value_or(QByteArray())))
        return refused(request, 429);
    if (request.method == "POST" && isForeign(request, pages.settings))
        return refused(request, 403);
    Response response = token ? handler(pages, request, *token) : message(request, 404, u"gone"_s);
    if (pages.limit != nullptr && response.status == 404)
        pages.limit->wasUnknown(request);
    return response;
}

} // namespace

void registerPages(Router& router, PageSource& source, PageLimit* limit, const PageSettings& settings)
{
    const Pages pages{source, limit, settings};
    const auto add = [&](const QByteArray& method, const QByteArray& pattern, TokenHandler handler) {
        router.add(method, pattern,
                   [pages, handler](const Request& request) { return respond(pages, handler, request); },
                   {.maxBodyBytes = 4096, .refusal = &refused});
    };
    add("GET", "/r/{token}", &getResources);
    add("POST", "/r/{token}", &postResources);
    add("GET", "/f/{token}", &getQuestion);
    add("POST", "/f/{token}", &postAnswer);
    add("GET", "/u/{token}", &getUnsubscribe);
    add("POST", "/u/{token}", &postUnsubscribe);
}

} // namespace handrail::server
