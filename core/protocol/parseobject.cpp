// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wire.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace handrail::protocol {

namespace {

/// Our deepest message nests 6 deep (a push of a site's opening hours); what is much deeper is meant to do harm, so it
/// is told apart before a parser that calls itself sees it.
constexpr int maxDepth = 32;

bool isTooDeep(const QByteArray& bytes)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '[') && ++depth > maxDepth)
            return true;
        else if (!inString && (c == '}' || c == ']'))
            --depth;
    }
    return false;
}

Error unreadable(const char* sentence)
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("Wire", sentence)};
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return unreadable(QT_TRANSLATE_NOOP("Wire", "The other side sent nothing where a Handrail message was due."));
    if (bytes.size() > maxBodyBytes)
        return unreadable(QT_TRANSLATE_NOOP("Wire", "The other side sent more than a Handrail message may hold."));
    if (isTooDeep(bytes))
        return unreadable(QT_TRANSLATE_NOOP("Wire", "The other side sent something that is nested too deeply."));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject())
        return unreadable(QT_TRANSLATE_NOOP(
            "Wire", "The other side sent something that is not a whole Handrail message. Another program may be "
                    "answering at this address."));
    return document.object();
}

} // namespace handrail::protocol
