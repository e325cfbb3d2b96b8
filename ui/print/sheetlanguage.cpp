// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/sheetlanguage.h"

#include "core/domain/language.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

SheetLanguage::SheetLanguage() = default;
SheetLanguage::~SheetLanguage() = default;

SheetLanguage::SheetLanguage(const QString& tag)
    : m_own(true)
{
    const QString language = chooseLanguage(offered(), tag);
    // Times and dates as they are written where the client lives, whatever the language.
    const QLocale here;
    const QLocale there(QLocale(language).language(), here.territory());
    m_locale = there.language() == QLocale(language).language() ? there : QLocale(language);
    if (language != u"en"_s) {
        m_words = std::make_shared<QTranslator>();
        if (!m_words->load(u":/i18n/handrail_%1.qm"_s.arg(language))) {
            m_words.reset();
        }
    }
}

QString SheetLanguage::operator()(const char* source) const
{
    if (!m_own) {
        return QCoreApplication::translate("SiteWords", source);
    }
    const QString translated = m_words ? m_words->translate("SiteWords", source) : QString();
    return translated.isEmpty() ? QString::fromUtf8(source) : translated;
}

} // namespace handrail::ui
