// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/previews.h"
#include "core/casework/sharing.h"
#include "ui/services.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace handrail::ui {

class MessageTimeline;
class Notice;
class ProblemLabel;
class WrappingCheckBox;

/// R2: how, where to and with which consent the referrals are shared, and what the client will receive. The button
/// works only once the rules have found nothing in the way of exactly what stands on the screen.
class SharePanelWidget : public QWidget
{
    Q_OBJECT

public:
    SharePanelWidget(Services services, QWidget* parent = nullptr);
    void setPanel(const casework::SharePanel& panel);

Q_SIGNALS:
    void shared(const handrail::ShareId& share);
    void notNow();
    /// The client can't be reached by text or email: the information goes on paper.
    void printWanted();
    /// The rules have answered about what stands on the screen now, and it shows.
    void checked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct ChannelPart
    {
        QCheckBox* tick = nullptr;
        QComboBox* address = nullptr;
        ProblemLabel* problem = nullptr;
        QLabel* advice = nullptr;   ///< Why this address is recommended, or not.
        QLabel* warnings = nullptr; ///< Worth knowing; nothing that stands in the way.
        QCheckBox* keep = nullptr;  ///< Keep a new address in the profile.
        QLabel* script = nullptr;
    };
    struct Look
    {
        Result<casework::ShareCheck> check;
        QList<Result<QList<casework::MessagePreview>>> previews; ///< One a channel.
    };

    [[nodiscard]] QWidget* makeForm();
    [[nodiscard]] QWidget* makeBar();
    ChannelPart addChannel(QVBoxLayout* column, Channel channel);
    void addConsent(QVBoxLayout* column);
    void fill(ChannelPart& part, const QList<AddressSuggestion>& suggestions, const QString& script);
    [[nodiscard]] casework::ShareForm form() const;
    void edited();
    void check();
    [[nodiscard]] static Look lookAt(casework::Desk& desk, const casework::SharePanel& panel,
                                     const casework::ShareForm& form);
    void showLook(const Look& look);
    void showProblems(const QList<ShareProblem>& problems);
    void showAdvice(const ChannelPart& part, const ChannelChoice& choice, const QList<AddressSuggestion>& suggestions);
    void showWarnings(const ChannelPart& part, const QStringList& warnings, bool isNew);
    void showReady(const Look& look);
    void share();

    Services m_services;
    std::optional<casework::SharePanel> m_panel;
    QTimer m_pause{this}; ///< Between the last key and the question.
    int m_question = 0;   ///< Only the answer to the latest question counts.
    bool m_shareBusy = false;

    QBoxLayout* m_columns;
    ChannelPart m_text;
    ChannelPart m_email;
    WrappingCheckBox* m_consent;
    QLabel* m_note;
    Notice* m_unreachable;
    ProblemLabel* m_channelsProblem;
    ProblemLabel* m_consentProblem;
    MessageTimeline* m_timeline;
    Notice* m_notice;
    QLabel* m_ready;
    QPushButton* m_share;
};

} // namespace handrail::ui
