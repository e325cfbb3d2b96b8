// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>
#include <functional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace handrail::ui {

class SettingsSection;

/// Settings of the agency, the account and this desk, section by section.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(Services services, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();

    /// Whether nothing is left unsaved. Otherwise asks what to do with it, and calls `goOn` once it is saved or given
    /// up.
    bool mayLeave(const std::function<void()>& goOn);
    /// The section of that object name, for the main window's way back to it.
    void showSection(const QString& name);
    [[nodiscard]] QString currentSection() const;

Q_SIGNALS:
    /// Chosen and kept; the window is to be made anew with it.
    void appearanceChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addSection(SettingsSection* section, const QString& iconName);
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] SettingsSection* current() const;
    void goTo(int section);
    void showBar();

    Services m_services;
    QVBoxLayout* m_navigation;
    QButtonGroup* m_buttons;
    QStackedWidget* m_stack;
    QComboBox* m_choice; ///< In place of the buttons where the page is narrow.
    QWidget* m_left;
    QList<SettingsSection*> m_sections;
    QWidget* m_bar;
    QLabel* m_barWords;
    QPushButton* m_save;
    QPushButton* m_discard;
};

} // namespace handrail::ui
