// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wirefeeds.h"
#include "ui/settings/settingssection.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStringListModel;

namespace handrail::ui {

/// Directories that the server fetches by their address: which, how often, and what came of it. An administrator's.
class FeedSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit FeedSection(Services services);
    void load() override;

private:
    [[nodiscard]] QWidget* makeForm();
    [[nodiscard]] QWidget* makeResult();
    void ask();
    void take(const Result<protocol::FeedsAnswer>& answer, const QString& done);
    void choose(const QString& source);
    void showFeed(const protocol::Feed* feed);
    void subscribe();
    void fetch(bool acceptShrink);
    void remove();
    void setBusy(bool busy);
    [[nodiscard]] const protocol::Feed* chosen() const;

    static QString momentInWords(const QDateTime& at);
    static QString outcomeInWords(const QString& outcome);

    QList<protocol::Feed> m_feeds;
    QWidget* m_content;
    QComboBox* m_which;
    QLineEdit* m_source;
    QLineEdit* m_url;
    QComboBox* m_every;
    QPushButton* m_save;
    QWidget* m_result;
    QLabel* m_state;
    QLabel* m_times;
    QStringListModel* m_lines;
    QListView* m_remarks;
    QPushButton* m_fetch;
    QPushButton* m_accept;
    QPushButton* m_remove;
};

} // namespace handrail::ui
