// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/deliveryreport.h"

#include "core/domain/mailstatus.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr qsizetype mostReports = 20;
constexpr qsizetype longestField = 2000;

QByteArray withPlainEnds(const QByteArray& text)
{
    QByteArray plain = text.left(64 * 1024);
    return plain.replace("\r\n", "\n").replace('\r', '\n');
}

/// RFC 3461 xtext: "+2B" is a plus.
QString decodedXtext(const QString& coded)
{
    QByteArray plain;
    const QByteArray bytes = coded.toUtf8();
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        bool hex = false;
        const int code = bytes[i] == '+' ? bytes.mid(i + 1, 2).toInt(&hex, 16) : 0;
        plain += hex ? char(code) : bytes[i];
        i += hex ? 2 : 0;
    }
    return QString::fromUtf8(plain);
}

std::optional<DeliveryAction> actionNamed(const QString& word)
{
    if (word == "failed"_L1)
        return DeliveryAction::Failed;
    if (word == "delayed"_L1)
        return DeliveryAction::Delayed;
    if (word == "delivered"_L1)
        return DeliveryAction::Delivered;
    // «expanded»: a mailing list has it; from there on nobody reports.
    if (word == "relayed"_L1 || word == "expanded"_L1)
        return DeliveryAction::Relayed;
    return std::nullopt;
}

} // namespace

QString fieldIn(const QByteArray& headers, const QByteArray& name)
{
    QByteArray value;
    bool inside = false;
    for (const QByteArray& line : withPlainEnds(headers).split('\n')) {
        const bool folded = line.startsWith(' ') || line.startsWith('\t');
        if (inside && !folded)
            break;
        if (inside)
            value += ' ' + line.trimmed();
        const qsizetype colon = folded ? -1 : line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0) {
            inside = true;
            value = line.mid(colon + 1).trimmed();
        }
        if (value.size() > longestField)
            break;
    }
    return QString::fromUtf8(value.left(longestField)).trimmed();
}

QString bareId(const QString& id)
{
    const qsizetype open = id.indexOf(u'<');
    const qsizetype close = id.indexOf(u'>', open + 1);
    return (open >= 0 && close > open ? id.mid(open + 1, close - open - 1) : id).trimmed().left(300);
}

QList<DeliveryReport> readDeliveryStatus(const QByteArray& content)
{
    QList<DeliveryReport> reports;
    QString envelope;
    const QList<QByteArray> lines = withPlainEnds(content).split('\n');
    QByteArray group;
    for (qsizetype i = 0; i <= lines.size() && reports.size() < mostReports; ++i) {
        if (i < lines.size() && !lines[i].trimmed().isEmpty()) {
            group += lines[i] + '\n';
            continue;
        }
        if (const QString id = fieldIn(group, "Original-Envelope-Id"); !id.isEmpty())
            envelope = decodedXtext(id);
        const auto action = actionNamed(fieldIn(group, "Action").section(u' ', 0, 0).toLower());
        if (action) {
            DeliveryReport report{.action = *action, .status = enhancedStatusIn(fieldIn(group, "Status"))};
            // Some say 5.0.0 there and tell the truth in the other server's words.
            const QString told = enhancedStatusIn(fieldIn(group, "Diagnostic-Code"));
            if (report.status.isEmpty() || (report.status.endsWith(".0.0"_L1) && told.left(1) == report.status.left(1)))
                report.status = told.isEmpty() ? report.status : told;
            reports.append(report);
        }
        group.clear();
    }
    for (DeliveryReport& report : reports)
        if (!envelope.isEmpty())
            report.aboutIds.append(envelope.left(300));
    return reports;
}

} // namespace handrail
