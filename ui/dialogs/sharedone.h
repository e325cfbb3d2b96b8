// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/shareview.h"
#include "ui/services.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace handrail::ui {

/// What has just been shared: what is on its way, or waits for the server, and when the client is asked.
class ShareDone : public QWidget
{
    Q_OBJECT

public:
    ShareDone(Services services, QWidget* parent = nullptr);
    void showShare(const ShareId& share);

Q_SIGNALS:
    void printWanted();
    void done();

private:
    struct Look
    {
        Result<casework::ShareView> view;
        bool offline = false; ///< The server could not be reached at the last try, or never was.
    };
    void showLook(const Look& look);
    void showDays(const casework::ShareView& view);

    Services m_services;
    QLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_sentence;
    QGridLayout* m_days;
    QPushButton* m_done;
};

/// "1 text and 1 email are on their way to Maria." or that they wait for the server.
QString onTheirWay(const casework::ShareView& view, bool offline);

} // namespace handrail::ui
