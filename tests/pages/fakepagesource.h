// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/pages/pagesource.h"

namespace handrail::tests {

/// One share with one link of each kind, and a book of what was recorded.
class FakePageSource : public server::PageSource
{
public:
    static QByteArray token() { return "AbCdEfGhIjKlMnOpQrSt_-"; }

    Result<server::ResourcesPage> resources(const QByteArray& token) override
    {
        if (const auto error = trouble(token))
            return *error;
        return server::ResourcesPage{reader, sites, now, zone, leftAt};
    }
    Result<server::QuestionPage> question(const QByteArray& token) override
    {
        if (const auto error = trouble(token))
            return *error;
        return server::QuestionPage{reader, siteName, answers.isEmpty() ? std::nullopt : std::optional(answers.last()),
                                    now, zone, now, leftAt};
    }
    Result<server::QuestionPage> recordAnswer(const QByteArray& token, Answer answer) override
    {
        if (const auto error = trouble(token))
            return *error;
        answers.append(answer);
        return question(token);
    }
    Result<server::UnsubscribePage> unsubscribing(const QByteArray& token) override
    {
        if (const auto error = trouble(token))
            return *error;
        return server::UnsubscribePage{reader, !unsubscribed.isEmpty()};
    }
    Result<server::UnsubscribePage> unsubscribe(const QByteArray& token, OptOut::Source source) override
    {
        if (const auto error = trouble(token))
            return *error;
        unsubscribed.append(source);
        return unsubscribing(token);
    }

    Result<void> leave(const QByteArray& token) override
    {
        if (const auto error = trouble(token))
            return *error;
        leftAt = now;
        return {};
    }

    server::PageReader reader{QStringLiteral("Harbor House"), QStringLiteral("Maria"), QStringLiteral("en")};
    QList<ResourceSite> sites;
    QString siteName = QStringLiteral("Food Pantry (Second Harvest)");
    QDateTime now = QDateTime(QDate(2026, 3, 11), QTime(14, 0), Qt::UTC);
    QString zone = QStringLiteral("America/New_York");
    QDateTime leftAt;
    bool down = false;
    QList<Answer> answers;
    QList<OptOut::Source> unsubscribed;

private:
    [[nodiscard]] std::optional<Error> trouble(const QByteArray& asked) const
    {
        if (down)
            return Error{ErrorCode::StorageTrouble, QStringLiteral("disk /dev/secret is full")};
        if (asked != token())
            return Error{ErrorCode::NotFound, QStringLiteral("no such link")};
        return std::nullopt;
    }
};

} // namespace handrail::tests
