// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QTimeZone>
#include <QTimer>
#include <QUrl>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace handrail::trial {

class MessageList;

/// «Client's phone»: what the client of the trial receives by text and by email. Links open in the browser, a text can
/// be sent back, and «Next Day» moves the trial's clock for all its programs.
class PhoneWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `carrier`: where the trial's carrier listens. `clockFile`: holds the trial's clock offset in seconds. `zone`:
    /// the clients' time zone, in which a day is a day though it may have 23 or 25 hours.
    PhoneWindow(QUrl carrier, QString clockFile, QTimeZone zone, QWidget* parent = nullptr);

private:
    [[nodiscard]] QWidget* makeTrialBar();
    [[nodiscard]] QWidget* makePhone();
    [[nodiscard]] QWidget* makeTexts();
    void refresh();
    void showPhone(const QJsonObject& phone);
    void showNumbers(const QJsonObject& phone);
    void showTexts();
    void showMails();
    void sendReply();
    void nextDay();
    void setTrouble(const QString& sentence);

    QUrl m_carrier;
    QString m_clockFile;
    QTimeZone m_zone;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    QJsonObject m_phone;
    QJsonArray m_shownTexts;
    QJsonArray m_shownMails;
    bool m_showsTexts = false;
    bool m_showsMails = false;

    QLabel* m_dateLabel = nullptr;
    QPushButton* m_nextDayButton = nullptr;
    QComboBox* m_numberCombo = nullptr;
    QTabWidget* m_tabs = nullptr;
    QLabel* m_timeLabel = nullptr;
    MessageList* m_texts = nullptr;
    MessageList* m_mails = nullptr;
    QLineEdit* m_replyEdit = nullptr;
    QPushButton* m_sendButton = nullptr;
    QLabel* m_troubleLabel = nullptr;
};

} // namespace handrail::trial
