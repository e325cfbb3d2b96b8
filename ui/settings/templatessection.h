// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/agencysettings.h"
#include "core/domain/templatecheck.h"
#include "ui/settings/settingssection.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace handrail::ui {

class DraftKeeper;
class ProblemLabel;

/// The agency's own words for each message and language, checked and previewed as the client will see them.
class TemplatesSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit TemplatesSection(Services services);
    void load() override;
    void apply() override;
    void reset() override;
    [[nodiscard]] bool isChanged() const override;
    [[nodiscard]] QString problem() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeNeutral();
    void makeChoice();
    void makeEditor();
    void makePreview();
    void keepDraft();
    [[nodiscard]] TemplateKind kind() const;
    [[nodiscard]] QString textOf(const QString& key) const; ///< Own or built in.
    void showTemplate();
    void edited();
    void showNeutral();
    void checkNeutral();
    void neutralEdited();
    /// The name that clients will read.
    [[nodiscard]] QString senderName(bool neutral) const;
    void showPlaceholders();
    void check();
    void preview();

    std::optional<Agency> m_agency;
    QJsonObject m_own; ///< As edited; blank or missing: the built-in text.
    DraftKeeper* m_draft = nullptr;
    bool m_editable = false;
    bool m_showing = false;
    QLineEdit* m_neutral;
    ProblemLabel* m_neutralProblem;
    QComboBox* m_message;
    QComboBox* m_language;
    QPlainTextEdit* m_text;
    ProblemLabel* m_problem;
    QLabel* m_hints;
    QLabel* m_origin;
    QPushButton* m_builtIn;
    QVBoxLayout* m_placeholders;
    QVBoxLayout* m_preview;
    QBoxLayout* m_sides;
};

} // namespace handrail::ui
