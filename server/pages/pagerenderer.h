// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/pages/pagesource.h"
#include "server/pages/pagetexts.h"

namespace handrail::server::pages {

/// The largest page in bytes, headers aside (DESIGN.md: under 20 KB).
constexpr qsizetype largestPage = 20'000;

/// How the question page came about.
enum class QuestionState {
    Asked,     ///< A GET.
    Answered,  ///< A POST that was recorded.
    NotChosen, ///< A POST without one of the three answers; nothing was recorded.
};

/// The most sites in one part of the resources' page, and the most that a part never goes below for long texts.
constexpr int sitesInPart = 10;
constexpr int fewestSitesInPart = 4;

/// What the page's address says besides its token.
struct PageAddress
{
    int part = 1;       ///< Of the resources, from 1; one that there isn't is taken for the nearest.
    QString language{}; ///< Chosen by the switch on the page; empty: the client's.
    QString show{};     ///< When it was opened from the cover, as it stands in the address.
};

/// The pages as bytes of HTML. Everything inserted is escaped. Long texts are cut so that the page stays under
/// `largestPage`, whatever the directory says. More sites than fit come in parts of about the same size; texts are cut
/// only where four sites are too much.
QByteArray renderResources(const ResourcesPage& page, const PageTexts& texts, const PageAddress& address = {});
QByteArray renderQuestion(const QuestionPage& page, QuestionState state, const PageTexts& texts,
                          const PageAddress& address = {});
QByteArray renderUnsubscribe(const UnsubscribePage& page, const PageTexts& texts);

/// What a link shows before a tap: nothing of the client, the program or the sites. `address.show` is when.
QByteArray renderCover(const PageTexts& texts, const PageAddress& address);

/// `kind`: "gone" (unknown, expired and revoked links look alike), "trouble", "busy" or "bad".
QByteArray renderMessage(const QString& kind, const PageTexts& texts);

/// The style's hash for the Content-Security-Policy: "'sha256-...'".
QByteArray styleSource();

} // namespace handrail::server::pages
