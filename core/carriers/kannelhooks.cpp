// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/kannelhooks.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Kannel)
};

constexpr qsizetype longestId = 100;
constexpr qsizetype longestNumber = 40;
constexpr qsizetype longestText = 8000; ///< Bytes.

QByteArray valueOf(const KannelParams& params, const char* name, qsizetype longest)
{
    for (const auto& [key, value] : params)
        if (key == name)
            return value.left(longest);
    return {};
}

Error incomplete()
{
    return {ErrorCode::InvalidInput, u"This request lacks what Kannel should say. Compare its configuration."_s};
}

/// `%b`: the text as the network had it. Coding 2 is UTF-16 in network order, all else in the charset that is named.
QString decoded(const QByteArray& text, const QByteArray& coding, const QByteArray& charset)
{
    if (coding == "2")
        return QStringDecoder(QStringDecoder::Utf16BE).decode(text);
    const bool latin1 =
        charset.compare("ISO-8859-1", Qt::CaseInsensitive) == 0 || charset.compare("LATIN1", Qt::CaseInsensitive) == 0;
    QStringDecoder utf8(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString words = utf8.decode(text);
    return latin1 || utf8.hasError() ? QString::fromLatin1(text) : words;
}

TextStatus refused(const QString& reason)
{
    return {.state = MessageState::Refused, .reason = reason};
}

/// The bits of Kannel's %d. One report has one of them. `answer`: %A, what the SMS center (or Kannel for it) said.
std::optional<TextStatus> statusOf(int value, const QByteArray& answer)
{
    // Kannel itself let go of it when its validity had ended, which is when the contact hours did.
    if (value == 16 && answer.toLower().contains("expired"))
        return TextStatus{.state = MessageState::Refused,
                          .reason = Words::tr("The text could not leave before the contact hours ended."),
                          .neverLeft = true};
    switch (value) {
    case 1:
        return TextStatus{.state = MessageState::Delivered};
    case 2:
        return refused(Words::tr("The phone company could not deliver the text."));
    case 4: // Kept by the SMS center until the phone is back.
    case 8:
        return TextStatus{.state = MessageState::Sent};
    case 16:
        return refused(Words::tr("The phone company did not take the text."));
    default:
        return std::nullopt;
    }
}

} // namespace

Result<InboundText> readKannelInbound(const KannelParams& params)
{
    const QByteArray id = valueOf(params, "id", longestId).trimmed();
    InboundText text{.from = QString::fromUtf8(valueOf(params, "from", longestNumber)).trimmed(),
                     .to = QString::fromUtf8(valueOf(params, "to", longestNumber)).trimmed(),
                     .body = decoded(valueOf(params, "text", longestText), valueOf(params, "coding", 8),
                                     valueOf(params, "charset", 40))};
    if (!id.isEmpty())
        text.carrierId = u"kannel-"_s + QString::fromUtf8(id);
    // A text without words may come in; one of nobody, or a request without the parameter, may not.
    const bool hasText = std::ranges::any_of(params, [](const auto& param) { return param.first == "text"; });
    if (text.from.isEmpty() || !hasText)
        return incomplete();
    return text;
}

Result<KannelReport> readKannelReport(const KannelParams& params)
{
    bool isNumber = false;
    const int value = valueOf(params, "status", 12).toInt(&isNumber);
    KannelReport report{.reference = QString::fromUtf8(valueOf(params, "id", longestId)).trimmed()};
    report.report.carrierId = QString::fromUtf8(valueOf(params, "try", longestId)).trimmed();
    if (report.reference.isEmpty() || !isNumber)
        return incomplete();
    const auto status = statusOf(value, valueOf(params, "answer", 200));
    report.known = status.has_value();
    report.report.status = status.value_or(TextStatus());
    return report;
}

} // namespace handrail
