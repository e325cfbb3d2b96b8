// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QSet>
#include <QWidget>
#include <functional>

class QAction;
class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace handrail::ui {

class SecurityServices;
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
    void useSecurity(SecurityServices& security);
    [[nodiscard]] QString currentSection() const;
    /// One for each section that this worker is offered, to be found by name.
    [[nodiscard]] QList<QAction*> commands() const;

Q_SIGNALS:
    /// One of the commands was given.
    void sectionWanted(const QString& name);
    /// Chosen and kept; the window is to be made anew with it.
    void appearanceChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class For { Everybody, Administrators };
    void addSection(SettingsSection* section, const QString& iconName, For whom = For::Everybody);
    void readRole();
    /// Offers the sections that this worker may use, and leaves one that they may not.
    void offerSections(bool toAdministrator);
    void choosePlace();
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
    QList<QAction*> m_commands; ///< In the same order.
    QSet<int> m_forAdministrators; ///< Numbers of the sections that others are not offered.
    bool m_offered = false;        ///< To an administrator; nobody is one before the store has said so.
    QWidget* m_bar;
    QLabel* m_barWords;
    QPushButton* m_save;
    QPushButton* m_discard;
};

} // namespace handrail::ui
