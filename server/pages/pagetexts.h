// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace handrail::server::pages {

/// The pages' words in one language (templates/texts.<language>.json).
class PageTexts
{
public:
    /// For `wanted` (BCP 47, "es-MX") or, where there are no words in it, English.
    static const PageTexts& in(const QString& wanted);
    /// For an Accept-Language header: the first of its languages that there are words in.
    static const PageTexts& accepted(const QByteArray& header);
    /// For ?lang=: nothing where there are no words in it.
    static const PageTexts* find(const QString& language);

    [[nodiscard]] const QString& language() const { return m_language; }
    [[nodiscard]] QString operator[](QStringView key) const { return m_texts.value(key).toString(); }
    [[nodiscard]] QStringList list(QStringView key) const;
    [[nodiscard]] const QJsonObject& all() const { return m_texts; }

private:
    explicit PageTexts(const QString& language);
    QString m_language;
    QJsonObject m_texts;
};

/// A file of templates/.
QByteArray resourceFile(const QString& name);

} // namespace handrail::server::pages
