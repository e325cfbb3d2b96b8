// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/commands.h"
#include "benchmarks/must.h"
#include "core/carriers/curltransport.h"
#include "core/carriers/mailwriter.h"
#include "core/carriers/smtpmail.h"
#include "core/carriers/smtpsession.h"
#include "core/carriers/twiliotexts.h"
#include "tests/carriers/somemail.h"

#include <QElapsedTimer>
#include <QUrlQuery>
#include <atomic>
#include <curl/curl.h>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace handrail::bench {

namespace {

/// Calls `send` `count` times in all from so many threads; answers seconds.
double inThreads(int count, int threads, const std::function<SendOutcome(int)>& send)
{
    std::atomic<int> next = 0;
    std::atomic<int> sent = 0;
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i)
        running.emplace_back([&] {
            for (int number = next++; number < count; number = next++)
                sent += send(number).kind == SendOutcome::Kind::Sent ? 1 : 0;
        });
    for (std::thread& thread : running)
        thread.join();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (sent != count)
        stop(u"%1 of %2 were not taken"_s.arg(count - sent).arg(count));
    return seconds;
}

void print(double seconds)
{
    std::printf("{\"seconds\": %.6f}\n", seconds);
}

/// A mail as the follow-up is: a text and an HTML part of some hundred bytes.
OutgoingMail mail(int number)
{
    OutgoingMail made = tests::someMail();
    made.messageId = u"0190a0b0-0000-7000-8000-%1@agency.example"_s.arg(number, 12, 10, QChar(u'0'));
    return made;
}

const QString account = u"AC00000000000000000000000000000000"_s;
const QString body = u"Miami Valley Care: resources for you: https://h.example/r/abcdefghijklmnopqrstuv "
                     "Reply STOP to opt out, HELP for help."_s;

QString numberOf(int number)
{
    return u"+1937%1"_s.arg(2000000 + number % 8000000);
}

size_t drop(char*, size_t size, size_t count, void*)
{
    return size * count;
}

/// A POST of the same fields, prepared as a careful user of libcurl would.
struct BareText
{
    QByteArray address;
    QByteArray fields;
    CURL* curl = curl_easy_init();

    void prepare(int number)
    {
        QUrlQuery query;
        query.addQueryItem(u"To"_s, QString::fromLatin1(QUrl::toPercentEncoding(numberOf(number))));
        query.addQueryItem(u"From"_s, u"%2B19374010653"_s);
        query.addQueryItem(u"Body"_s, QString::fromLatin1(QUrl::toPercentEncoding(body)));
        query.addQueryItem(u"ValidityPeriod"_s, u"36000"_s);
        fields = query.toString(QUrl::FullyEncoded).toLatin1();
        curl_easy_setopt(curl, CURLOPT_URL, address.constData());
        curl_easy_setopt(curl, CURLOPT_USERPWD, qPrintable(account + u":trial-token"_s));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, fields.constData());
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &drop);
    }
};

/// How many of `count` requests were answered with a success.
int multiLoop(CURLM* multi, std::vector<BareText>& slots, int count)
{
    int next = 0, done = 0, good = 0, running = 0;
    for (BareText& slot : slots)
        if (next < count) {
            slot.prepare(next++);
            curl_multi_add_handle(multi, slot.curl);
        }
    while (done < count) {
        curl_multi_perform(multi, &running);
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
            CURL* curl = message->easy_handle;
            long status = 0;
            curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
            good += status / 100 == 2 ? 1 : 0;
            ++done;
            curl_multi_remove_handle(multi, curl);
            for (BareText& slot : slots)
                if (slot.curl == curl && next < count) {
                    slot.prepare(next++);
                    curl_multi_add_handle(multi, curl);
                }
        }
        if (done < count)
            curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
    }
    return good;
}

} // namespace

namespace {

/// Mails that were written before the clock starts, as smtp-source's are: what handing them over costs.
double handOver(const SmtpSettings& settings, int count, int connections)
{
    std::vector<QByteArray> written;
    for (int number = 0; number < count; ++number)
        written.push_back(must(writeMail(mail(number))));
    std::mutex mutex;
    std::vector<std::unique_ptr<SmtpSession>> idle;
    return inThreads(count, connections, [&](int number) {
        std::unique_ptr<SmtpSession> session;
        {
            const std::scoped_lock lock(mutex);
            if (!idle.empty()) {
                session = std::move(idle.back());
                idle.pop_back();
            }
        }
        if (!session)
            session = std::make_unique<SmtpSession>(settings, u"agency.example"_s);
        const SmtpResult result = session->send(mail(number), written[size_t(number)]);
        const std::scoped_lock lock(mutex);
        idle.push_back(std::move(session));
        return SendOutcome{.kind = result.reply.isGood() ? SendOutcome::Kind::Sent : SendOutcome::Kind::Refused};
    });
}

} // namespace

int mailBench(const QStringList& arguments)
{
    MailServer server;
    server.host = u"127.0.0.1"_s;
    server.port = arguments.value(0).toInt();
    server.security = MailServer::Security::Plain;
    const SmtpSettings settings{server};
    const int count = arguments.value(1).toInt();
    const int connections = arguments.value(2).toInt();
    if (arguments.value(3) == u"written") {
        print(handOver(settings, count, connections));
        return 0;
    }
    SmtpMail smtp(settings);
    print(inThreads(count, connections, [&](int number) { return smtp.send(mail(number)); }));
    return 0;
}

int textBench(const QStringList& arguments)
{
    CurlTransport transport;
    TwilioTexts texts(transport,
                      {.baseUrl = QUrl(arguments.value(0)), .accountSid = account, .authToken = u"trial-token"_s});
    print(inThreads(arguments.value(1).toInt(), arguments.value(2).toInt(), [&](int number) {
        return texts.send({.to = numberOf(number), .from = u"+19374010653"_s, .body = body, .statusCallback = {}});
    }));
    return 0;
}

int bareTextBench(const QStringList& arguments)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM* multi = curl_multi_init();
    const int count = arguments.value(1).toInt();
    std::vector<BareText> slots(size_t(arguments.value(2).toInt()));
    for (BareText& slot : slots)
        slot.address = (arguments.value(0) + u"/2010-04-01/Accounts/%1/Messages.json"_s.arg(account)).toLatin1();
    QElapsedTimer timer;
    timer.start();
    const int good = multiLoop(multi, slots, count);
    print(double(timer.nsecsElapsed()) / 1e9);
    for (BareText& slot : slots)
        curl_easy_cleanup(slot.curl);
    curl_multi_cleanup(multi);
    if (good != count)
        stop(u"%1 of %2 were not taken"_s.arg(count - good).arg(count));
    return 0;
}

} // namespace handrail::bench
