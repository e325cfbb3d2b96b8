// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <memory>

class QTranslator;

namespace handrail::ui {

/// Says words of the context SiteWords in the interface's language or, for a sheet of paper, in the client's.
class SheetLanguage
{
public:
    /// The interface's.
    SheetLanguage();
    /// That of a BCP 47 tag; English where there is no translation.
    explicit SheetLanguage(const QString& tag);
    ~SheetLanguage();

    /// `source` is marked with QT_TRANSLATE_NOOP("SiteWords", …).
    QString operator()(const char* source) const;
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] bool isOwn() const { return m_own; }

    /// The languages that a sheet can be in: two-letter codes.
    static QStringList offered() { return {QStringLiteral("en"), QStringLiteral("es")}; }

private:
    QLocale m_locale;
    bool m_own = false; ///< Not the interface's.
    std::shared_ptr<QTranslator> m_words;
};

} // namespace handrail::ui
