// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearancesection.h"

#include "ui/desksettings.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSlider>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

AppearanceSection::AppearanceSection(Services services)
    : SettingsSection(services, u"appearanceSettings"_s, tr("Appearance"),
                      tr("For this computer only. What you choose is applied at once."))
    , m_scheme(new QComboBox)
    , m_size(new QSlider(Qt::Horizontal))
    , m_sizeWords(makeLabel({}))
    , m_language(new QComboBox)
{
    using Scheme = Appearance::Scheme;
    const std::pair<QString, Scheme> schemes[] = {{tr("As the system"), Scheme::System},
                                                  {tr("Light"), Scheme::Light},
                                                  {tr("Dark"), Scheme::Dark},
                                                  {tr("High contrast"), Scheme::HighContrast}};
    for (const auto& [label, scheme] : schemes) {
        m_scheme->addItem(label, int(scheme));
    }
    addField(column(), m_scheme, u"appearanceScheme"_s, tr("Colors"));
    m_size->setRange(10, 20);
    m_size->setPageStep(2);
    m_size->setTickInterval(1);
    m_size->setTickPosition(QSlider::TicksBelow);
    addField(column(), m_size, u"appearanceSize"_s, tr("Size of Text"));
    m_sizeWords->setObjectName(u"appearanceSizeWords"_s);
    column()->addWidget(m_sizeWords);
    m_language->addItem(tr("As the system"), QString());
    // Each in its own words: who can't read the other finds theirs.
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Español"_s, u"es"_s);
    column()->addSpacing(scaled(4));
    addField(column(), m_language, u"appearanceLanguage"_s, tr("Language of Handrail"));
    addHint(column(), tr("Clients get their messages in their own language, whatever you choose here."));
    column()->addStretch(1);
    connect(m_scheme, &QComboBox::currentIndexChanged, this, &AppearanceSection::choose);
    connect(m_language, &QComboBox::currentIndexChanged, this, &AppearanceSection::choose);
    connect(m_size, &QSlider::valueChanged, this, [this](int tenths) {
        m_sizeWords->setText(tr("%1 %").arg(tenths * 10));
        // While it is dragged the window would jump under the hand.
        if (!m_size->isSliderDown()) {
            choose();
        }
    });
    connect(m_size, &QSlider::sliderReleased, this, &AppearanceSection::choose);
    load();
}

void AppearanceSection::load()
{
    m_showing = true;
    m_kept = readAppearance(*deskSettings());
    m_scheme->setCurrentIndex(m_scheme->findData(int(m_kept.scheme)));
    m_size->setValue(m_kept.fontPercent / 10);
    m_sizeWords->setText(tr("%1 %").arg(m_kept.fontPercent));
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_kept.language)));
    m_showing = false;
}

void AppearanceSection::choose()
{
    const Appearance chosen{Appearance::Scheme(m_scheme->currentData().toInt()), m_size->value() * 10,
                            m_language->currentData().toString()};
    if (m_showing || chosen == m_kept) {
        return;
    }
    m_kept = chosen;
    keepAppearance(*deskSettings(), chosen);
    Q_EMIT appearanceChanged();
}

} // namespace handrail::ui
