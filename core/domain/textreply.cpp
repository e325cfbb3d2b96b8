// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/textreply.h"

#include "core/domain/replywords.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// A phone's "Liked “Reply STOP to opt out …”" quotes our own message: what stands in it is not the client's wish.
bool isReaction(QStringView body)
{
    static const QRegularExpression reaction(
        u"^\\W*(?:(?:dis)?liked|loved|laughed at|emphasi[sz]ed|questioned|removed an? [\\w ]{1,20} from|"
        "reacted .{1,16} to|.{1,6} to|(?:no )?le gustó|le encantó|se rio de|se rió de|enfatizó|cuestionó|"
        "reaccionó .{1,20})\\s*[“\"«]"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return reaction.match(body.left(80).toString()).hasMatch();
}

/// Our own closing words, as they come back in a quoted or forwarded message.
QString withoutOurHints(const QString& clause)
{
    static const QRegularExpression hint(
        u"\\b(?:reply|text|responda|envie) stop (?:to opt out|para salir)|\\bstop (?:to opt out|para salir)"_s);
    return QString(clause).replace(hint, u" "_s).simplified();
}

/// R8 «a leading stop word». END, CANCEL and QUIT begin ordinary sentences too ("cancel my appointment"), so they count
/// only as the whole message or with what they are to end (wishesToStop).
bool startsWithStopWord(const QString& words)
{
    static const QRegularExpression leading(
        u"^(?:stop(?! (?:by|in|over|sign|light|and shop|at (?!once))\\b)(?! (?:the|my|our|this|an?) "
        u"(?:eviction|foreclosure|"
        "shut ?off|disconnection|abuse|pain|bleeding|garnishment|repossession)\\b)|stopall|unsubscribe|optout|opt out"
        "(?! mean)|revoke|paren|pare(?= (?:ya|de|con|por)))\\b"_s);
    return leading.match(words).hasMatch();
}

bool asksToStop(const ReplyWords& words)
{
    const QString plain = withoutCourtesy(words.all);
    if (words.whole && keywordMeaning(plain) == TextMeaning::OptOut)
        return true;
    if (startsWithStopWord(words.all) || startsWithStopWord(plain))
        return true;
    return std::any_of(words.clauses.begin(), words.clauses.end(), [](const QString& clause) {
        const QString own = withoutOurHints(clause);
        const QString bare = withoutCourtesy(own);
        return bare == u"stop"_s || bare == u"unsubscribe"_s || wishesToStop(own);
    });
}

} // namespace

TextMeaning readTextReply(QStringView body, bool optedOut)
{
    const ReplyWords words = readWords(body);
    if (words.all.isEmpty() || isReaction(body))
        return TextMeaning::Other;
    if (words.whole)
        if (const auto meaning = keywordMeaning(words.all))
            return optedOut && words.all == u"yes"_s ? TextMeaning::OptIn : *meaning;
    if (asksToStop(words))
        return TextMeaning::OptOut;
    const bool declines = words.whole && keywordMeaning(withoutCourtesy(words.all)) == TextMeaning::NoLongerInterested;
    return declines ? TextMeaning::NoLongerInterested : TextMeaning::Other;
}

} // namespace handrail
