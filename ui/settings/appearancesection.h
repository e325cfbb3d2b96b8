// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/appearance.h"
#include "ui/settings/settingssection.h"

class QComboBox;
class QLabel;
class QSlider;

namespace handrail::ui {

/// Colours, size of text and language of this desk; each is kept and applied as it is chosen.
class AppearanceSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AppearanceSection(Services services);
    void load() override;

Q_SIGNALS:
    /// It is kept already; who owns the window applies it.
    void appearanceChanged();

private:
    void choose();

    Appearance m_kept;
    QComboBox* m_scheme;
    QSlider* m_size;
    QLabel* m_sizeWords;
    QComboBox* m_language;
    bool m_showing = false;
};

} // namespace handrail::ui
