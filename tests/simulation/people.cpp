// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/people.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace handrail::sim {

namespace {

QString linkIn(const QString& text, const char* folder)
{
    const QRegularExpression shape(u"https://h\\.example(/%1/[A-Za-z0-9_-]+)"_s.arg(QLatin1String(folder)));
    return shape.match(text).captured(1);
}

} // namespace

void People::request(const QByteArray& method, const QString& link, const QByteArray& form,
                     std::function<void(const Reached&)> done)
{
    server::Request asked{.method = method,
                          .path = link.toLatin1(),
                          .query = {},
                          .headers = {},
                          .body = form,
                          .remoteAddress = u"198.51.100.7"_s,
                          .secure = true,
                          .id = {},
                          .params = {}};
    if (method == "POST")
        asked.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    m_server.serve(asked, std::move(done));
}

/// A GET, by a person or a scanner: nothing may come of it (R7).
void People::look(const QString& link)
{
    const auto last = [this] {
        server::Database* db = m_judge.reader();
        auto row = db->query(u"SELECT COUNT(*) FROM change_log"_s);
        return row && row->next() ? row->value(0).toLongLong() : -1;
    };
    const qint64 before = last();
    m_stage.trace.saw("a person or a scanner opens a page");
    request("GET", link, {}, [this, last, before, link](const Reached&) {
        if (last() != before)
            m_judge.fail(u"R7"_s, u"a GET of a page (%1) has changed something"_s.arg(link.left(3)));
    });
}

void People::press(const QString& link, const QByteArray& form, int tries)
{
    m_stage.trace.tell(u"a client presses %1 on a page %2"_s.arg(QString::fromLatin1(form), link.left(3)));
    request("POST", link, form, [this, link, form, tries](const Reached& reached) {
        const bool confirmed = reached.response && reached.response->status == 200;
        // Some try again where the page did not come back.
        if (!confirmed && tries > 0)
            m_stage.timeline.in(minute, [=, this] { press(link, form, tries - 1); });
    });
    m_stage.trace.saw(form.startsWith("answer=") ? QByteArray("a client answers by a page: ") + form.mid(7)
                                                 : QByteArray("a client unsubscribes by a page"));
    if (m_stage.plan.fault("page.twice", 0.05)) {
        m_stage.trace.saw("a button of a page is pressed twice");
        request("POST", link, form, [](const Reached&) {});
    }
}

void People::answer(const QString& link, Dice& dice)
{
    const double what = dice.unit();
    const QByteArray form = what < 0.4 ? "answer=yes" : what < 0.75 ? "answer=no" : "answer=no_longer_interested";
    const qint64 after = dice.chance(0.8) ? dice.between(minute, 3 * hour) : dice.between(hour, 5 * day);
    m_stage.timeline.in(after, [this, link, form] { press(link, form, 2); });
    // Some think again.
    if (dice.chance(0.1))
        m_stage.timeline.in(after + dice.between(minute, 2 * day), [this, link] { press(link, "answer=no", 1); });
}

void People::gotText(const CarrierText& text)
{
    if (silent)
        return;
    Dice dice = m_stage.plan.dice("person." + text.to.toLatin1());
    const QString info = linkIn(text.body, "r"), question = linkIn(text.body, "f");
    const QString link = info.isEmpty() ? question : info;
    if (!link.isEmpty() && dice.chance(0.3))
        m_stage.timeline.in(dice.between(second, minute), [this, link] { look(link); });
    const double what = dice.unit();
    if (!question.isEmpty() && what < 0.4)
        return answer(question, dice);
    const auto writes = [&](const QString& words) {
        m_stage.timeline.in(dice.chance(0.7) ? dice.between(minute, 6 * hour) : dice.between(hour, 3 * day),
                            [this, words, text] { m_texts.receive(text.to, text.from, words); });
    };
    if (storm && dice.chance(0.5))
        for (int i = 0; i < 12; ++i)
            writes(dice.pick<QString>({u"1"_s, u"si"_s, u"no"_s, u"No."_s, u"oui"_s, u"STOP."_s, u"start"_s, u"??"_s,
                                       u"نعم"_s, u"no entiendo"_s, u"3!"_s, u"Yes I did but no"_s}));
    if (what < 0.6 && !question.isEmpty())
        writes(dice.pick<QString>({u"1"_s, u"2"_s, u"3"_s, u"NO"_s, u"Yes"_s, u"no"_s, u"sí"_s}));
    else if (what < 0.68 || (refuse && dice.chance(0.5))) {
        writes(u"STOP"_s);
        // Who thinks again has nothing to answer to any more.
        if (dice.chance(0.5))
            m_stage.timeline.in(dice.between(4 * day, 7 * day),
                                [this, text] { m_texts.receive(text.to, text.from, u"START"_s); });
    }
    else if (what < 0.72)
        writes(
            dice.pick<QString>({u"stop texting me"_s, u"who is this"_s, u"HELP"_s, u"gracias 👍"_s, u"please call"_s}));
    else if (what < 0.75)
        writes(u"START"_s);
}

void People::gotMail(const OutgoingMail& mail)
{
    if (silent)
        return;
    Dice dice = m_stage.plan.dice("person." + mail.toAddress.toLatin1());
    const QString question = linkIn(mail.text, "f");
    const QString out = linkIn(mail.unsubscribeUrl, "u");
    // Mail scanners open every link at once.
    for (const QString& link : {linkIn(mail.text, "r"), question, out})
        if (!link.isEmpty() && dice.chance(0.5))
            m_stage.timeline.in(dice.between(second, minute), [this, link] { look(link); });
    mailBack(mail, dice);
    const double what = dice.unit();
    if (!question.isEmpty() && what < 0.4)
        answer(question, dice);
    else if (what < 0.5 && !out.isEmpty())
        m_stage.timeline.in(dice.between(minute, 2 * day), [this, out, one = dice.chance(0.5)] {
            press(out, one ? "List-Unsubscribe=One-Click" : "confirm=yes", 1);
        });
}

void People::mailBack(const OutgoingMail& mail, Dice& dice)
{
    const double what = dice.unit();
    InboundMail back{.from = mail.toAddress, .to = {mail.fromAddress}, .answers = {mail.messageId}, .subject = u"Re: "_s + mail.subject};
    const auto comes = [&](const char* kind, qint64 least, qint64 most) {
        m_stage.timeline.in(dice.between(least, most), [this, kind, back] {
            m_stage.trace.saw(kind);
            m_mails.receive(back);
        });
    };
    if (what < 0.06) {
        back = {.from = u"mailer-daemon@client.example"_s, .to = {mail.fromAddress}, .automatic = true};
        const bool forGood = dice.chance(0.6);
        back.reports = {{.action = forGood ? DeliveryAction::Failed : DeliveryAction::Delayed,
                         .status = forGood ? u"5.1.1"_s : u"4.4.1"_s,
                         .aboutIds = {mail.envelopeId}}};
        comes(forGood ? "a mail bounces for good" : "a mail is reported delayed", second, 2 * day);
    } else if (what < 0.12) {
        back.automatic = true;
        back.text = u"I am out of the office."_s;
        comes("a machine answers a mail", second, minute);
    } else if (what < 0.2) {
        back.text = dice.pick<QString>({u"Thank you!"_s, u"Yes"_s, u"Where is it?"_s, u"gracias"_s});
        comes("a client answers by mail", minute, 2 * day);
    } else if (what < 0.24) {
        back.text = u"Please unsubscribe me"_s;
        comes("a client asks by mail for no more", minute, 2 * day);
    } else if (what < 0.28 && !mail.unsubscribeMailto.isEmpty()) {
        back.answers.clear();
        back.subject = u"unsubscribe "_s + mail.unsubscribeMailto.section(u"%20"_s, -1);
        comes("a client's mail program unsubscribes by mail", minute, 2 * day);
    } else if (what < 0.3) {
        back.complaint = true;
        back.from = u"fbl@provider.example"_s;
        comes("a client calls a mail spam", hour, 2 * day);
    }
}

} // namespace handrail::sim
