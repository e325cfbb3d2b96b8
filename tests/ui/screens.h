// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/support/manualclock.h"
#include "tests/support/sampleoffice.h"
#include "tests/support/simplephones.h"
#include "ui/services.h"

#include <QFont>
#include <QTest>
#include <QWidget>

namespace handrail::tests {

/// Counts how often the agent was told to look.
class CountingAgent : public ui::AgentNudge
{
public:
    void lookNow() override { ++looks; }
    int looks = 0;
};

/// Notes what was decided about held messages and answers with `answer`.
class NotingDecisions : public ui::HeldMessages
{
public:
    using HeldMessages::decide;
    void decide(const MessageId& id, Decision decision, const QString& reason, QObject* context,
                std::function<void(Result<void>)> done) override
    {
        decided.append({id, decision});
        reasons.append(reason);
        QMetaObject::invokeMethod(
            context, [done = std::move(done), answer = answer] { done(answer); }, Qt::QueuedConnection);
    }
    QList<std::pair<MessageId, Decision>> decided;
    QStringList reasons;
    Result<void> answer;
};

/// Answers with `answer` and remembers what was asked.
class ScriptedLinks : public ui::PrintedLinks
{
public:
    void askLink(const ui::PrintedLinkOrder& order, QObject* context,
                 std::function<void(Result<QString>)> done) override
    {
        orders.append(order);
        QMetaObject::invokeMethod(
            context, [done = std::move(done), answer = answer] { done(answer); }, Qt::QueuedConnection);
    }
    void listLinks(const ClientId& client, QObject* context,
                   std::function<void(Result<QList<protocol::PrintedLink>>)> done) override
    {
        asked.append(client);
        QMetaObject::invokeMethod(
            context, [done = std::move(done), given = given] { done(given); }, Qt::QueuedConnection);
    }
    void revokeLink(const QString& id, QObject* context,
                    std::function<void(Result<protocol::PrintedLink>)> done) override
    {
        Result<protocol::PrintedLink> said = Error{ErrorCode::Offline, QStringLiteral("There is no network.")};
        for (qsizetype i = 0; given.ok() && i < given->size(); ++i) {
            protocol::PrintedLink& link = given.value()[i];
            if (link.id == id) {
                link.revoked = true;
                said = link;
            }
        }
        QMetaObject::invokeMethod(context, [done = std::move(done), said] { done(said); }, Qt::QueuedConnection);
    }
    QList<ui::PrintedLinkOrder> orders;
    QList<ClientId> asked;
    Result<QList<protocol::PrintedLink>> given = QList<protocol::PrintedLink>();
    Result<QString> answer = QStringLiteral("https://handrail.example/r/AAAAAAAAAAAAAAAAAAAAAA");
};

/// The sample office with everything that a screen needs; jobs for the store run at once, answers come by the event
/// loop as they do in the program.
struct Desktop
{
    Desktop();

    MemoryStore store;
    SequentialIds ids;
    ManualClock clock;
    SimplePhones phones;
    CountingAgent agent;
    NotingDecisions held;
    ScriptedLinks links;
    DirectRunner runner{store};
    SampleOffice office;
    ui::Services services;

    /// Referrals to the first `count` sites, made by the use case itself.
    QList<Referral> refer(int count);
    /// Puts the first `count` sites into the client's basket.
    void fillBasket(int count);
};

/// The widget of that object name; the test fails where there is none.
template <typename T>
T* must(QWidget* parent, const char* name)
{
    T* found = parent->findChild<T*>(QString::fromLatin1(name));
    INFO("no widget " << name);
    REQUIRE(found);
    return found;
}

/// Waits for a condition, at most 5 seconds.
template <typename Condition>
void waitFor(Condition condition)
{
    REQUIRE(QTest::qWaitFor(condition, 5000));
}

/// Twice the size of all letters while it lives, as people with low vision set it.
class BigFont
{
public:
    BigFont();
    ~BigFont();
    BigFont(const BigFont&) = delete;

private:
    QString m_sheet;
    QFont m_font;
};

/// Lets every answer that is under way arrive.
void settle();
/// Presses a button as the mouse does.
void press(QWidget* parent, const char* name);
/// Clears a field and types into it.
void type(QWidget* field, const QString& text);
/// Saves what the widget looks like, where HANDRAIL_SCREENSHOTS names a folder: for people who want to see it.
void shot(QWidget* widget, const char* name);

} // namespace handrail::tests
