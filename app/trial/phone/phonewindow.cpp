// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/phone/phonewindow.h"

#include "app/trial/phone/messagelist.h"

#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QNetworkReply>
#include <QPushButton>
#include <QSaveFile>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace handrail::trial {

namespace {

constexpr int refreshMs = 700;

/// A phone in the desktop's colours, light whatever the system's are, as the client's is another device. Text on its
/// ground keeps the contrast of 4.5 : 1.
const QString look = uR"(
QMainWindow, QWidget#desk { background: #eef2f3; }
QLabel { color: #1b2530; background: transparent; }
QLabel#trouble { color: #b3261e; background: #fbe9e7; border-radius: 8px; padding: 8px 12px; }
QFrame#phone { background: #1b2530; border-radius: 34px; }
QFrame#screen { background: #ffffff; border-radius: 26px; }
QLabel#phoneTime { font-weight: 600; }
QFrame#speaker { background: #1b2530; border-radius: 5px; }
QTabWidget::pane { border: none; }
QTabWidget::tab-bar { alignment: center; }
QTabBar { background: transparent; }
QTabBar::tab { background: #eef2f3; color: #566472; padding: 6px 28px; border: 2px solid transparent; border-radius: 16px; margin: 2px 4px; }
QTabBar::tab:selected { background: #dff0ee; color: #185c58; font-weight: 600; }
QTabBar::tab:focus { border-color: #0b3331; }
QWidget#page, QScrollArea, QWidget#messages { background: #ffffff; border: none; }
QLabel[role="received"] { background: #e4e8ec; color: #1b2530; border-radius: 16px; padding: 9px 12px; }
QLabel[role="sent"] { background: #1f6f6b; color: #ffffff; border-radius: 16px; padding: 9px 12px; }
QLabel[role="quiet"] { color: #566472; font-size: 9pt; }
QFrame[role="mail"] { background: #f5f7f8; border: 1px solid #dbe1e6; border-radius: 14px; }
QLabel[role="subject"] { font-weight: 600; }
QLineEdit { background: #ffffff; color: #1b2530; border: 1px solid #7f8c99; border-radius: 17px; padding: 7px 14px; selection-background-color: #1f6f6b; selection-color: #ffffff; }
QLineEdit:focus { border: 2px solid #1f6f6b; padding: 6px 13px; }
QPushButton { background: #1f6f6b; color: #ffffff; border: 2px solid transparent; border-radius: 17px; padding: 7px 18px; font-weight: 600; }
QPushButton:hover { background: #195b58; }
QPushButton:focus { border-color: #0b3331; }
QPushButton:disabled { background: #dbe1e6; color: #566472; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar::handle:vertical { background: #7f8c99; border-radius: 4px; min-height: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; height: 0; }
)"_s;

} // namespace

PhoneWindow::PhoneWindow(QUrl carrier, QString clockFile, QTimeZone zone, QWidget* parent)
    : QMainWindow(parent)
    , m_carrier(std::move(carrier))
    , m_clockFile(std::move(clockFile))
    , m_zone(std::move(zone))
{
    setWindowTitle(tr("Client's phone"));
    setStyleSheet(look);
    m_troubleLabel = new QLabel;
    m_troubleLabel->setObjectName(u"trouble"_s);
    m_troubleLabel->setWordWrap(true);
    m_troubleLabel->hide();
    auto* desk = new QWidget;
    desk->setObjectName(u"desk"_s);
    auto* column = new QVBoxLayout(desk);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addWidget(makeTrialBar());
    column->addWidget(m_troubleLabel);
    column->addWidget(makePhone(), 1);
    setCentralWidget(desk);
    resize(420, 760);
    connect(&m_timer, &QTimer::timeout, this, &PhoneWindow::refresh);
    m_timer.start(refreshMs);
    refresh();
}

QWidget* PhoneWindow::makeTrialBar()
{
    m_dateLabel = new QLabel;
    m_nextDayButton = new QPushButton(tr("&Next Day"));
    m_nextDayButton->setToolTip(tr("Moves the clock of the whole trial on by one day"));
    connect(m_nextDayButton, &QPushButton::clicked, this, &PhoneWindow::nextDay);
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_dateLabel, 1);
    row->addWidget(m_nextDayButton);
    return bar;
}

QWidget* PhoneWindow::makePhone()
{
    auto* phone = new QFrame;
    phone->setObjectName(u"phone"_s);
    auto* around = new QVBoxLayout(phone);
    around->setContentsMargins(9, 9, 9, 9);
    auto* screen = new QFrame;
    screen->setObjectName(u"screen"_s);
    around->addWidget(screen);
    auto* column = new QVBoxLayout(screen);
    column->setContentsMargins(10, 8, 10, 12);
    column->setSpacing(8);

    m_timeLabel = new QLabel;
    m_timeLabel->setObjectName(u"phoneTime"_s);
    auto* speaker = new QFrame;
    speaker->setObjectName(u"speaker"_s);
    speaker->setFixedSize(72, 10);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(14, 0, 14, 0);
    top->addWidget(m_timeLabel, 1);
    top->addWidget(speaker);
    top->addStretch(1);
    column->addLayout(top);

    m_mails = new MessageList(tr("Emails"));
    m_tabs = new QTabWidget;
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(makeTexts(), tr("&Texts"));
    m_tabs->addTab(m_mails, tr("&Email"));
    column->addWidget(m_tabs, 1);
    return phone;
}

QWidget* PhoneWindow::makeTexts()
{
    m_numberCombo = new QComboBox;
    m_numberCombo->setAccessibleName(tr("Whose phone"));
    connect(m_numberCombo, &QComboBox::currentIndexChanged, this, [this] { showTexts(); });
    m_texts = new MessageList(tr("Texts"));
    m_replyEdit = new QLineEdit;
    m_replyEdit->setPlaceholderText(tr("Text message"));
    m_replyEdit->setAccessibleName(tr("Text message"));
    m_sendButton = new QPushButton(tr("&Send"));
    connect(m_sendButton, &QPushButton::clicked, this, &PhoneWindow::sendReply);
    connect(m_replyEdit, &QLineEdit::returnPressed, this, &PhoneWindow::sendReply);
    auto* reply = new QHBoxLayout;
    reply->setContentsMargins(6, 0, 6, 0);
    reply->setSpacing(8);
    reply->addWidget(m_replyEdit, 1);
    reply->addWidget(m_sendButton);
    auto* page = new QWidget;
    page->setObjectName(u"page"_s);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_numberCombo);
    column->addWidget(m_texts, 1);
    column->addLayout(reply);
    return page;
}

void PhoneWindow::refresh()
{
    QNetworkRequest request(m_carrier.resolved(QUrl(u"/trial/phone"_s)));
    request.setTransferTimeout(5000);
    QNetworkReply* reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
        if (reply->error() != QNetworkReply::NoError || !document.isObject())
            setTrouble(tr("The trial's carrier does not answer. Start the trial again with ./run."));
        else
            showPhone(document.object());
    });
}

void PhoneWindow::showPhone(const QJsonObject& phone)
{
    setTrouble({});
    m_phone = phone;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(phone[u"now"].toInteger(), m_zone);
    m_dateLabel->setText(
        u"<b>%1</b><br>%2"_s.arg(QLocale().toString(now, u"dddd, d MMMM yyyy"_s), tr("Date in the trial")));
    m_timeLabel->setText(QLocale().toString(now, u"HH:mm"_s));
    showNumbers(phone);
    showTexts();
    showMails();
}

void PhoneWindow::showNumbers(const QJsonObject& phone)
{
    for (const QJsonValue& number : phone[u"numbers"].toArray())
        if (m_numberCombo->findText(number.toString()) < 0)
            m_numberCombo->addItem(number.toString());
    m_numberCombo->setVisible(m_numberCombo->count() > 1);
    m_sendButton->setEnabled(m_numberCombo->count() > 0);
}

void PhoneWindow::showTexts()
{
    QJsonArray texts;
    for (const QJsonValue& value : m_phone[u"texts"].toArray()) {
        const QJsonObject text = value.toObject();
        if (text[text[u"inbound"].toBool() ? u"from" : u"to"].toString() == m_numberCombo->currentText())
            texts.append(text);
    }
    // Made anew only for something new, so that a person's place and selection stay.
    if (std::exchange(m_showsTexts, true) && texts == m_shownTexts)
        return;
    m_shownTexts = texts;
    m_texts->clear();
    if (texts.isEmpty())
        m_texts->addLine(tr("No texts yet. Share a referral with a client who has a phone number."));
    QDate day;
    for (const QJsonValue& value : std::as_const(texts)) {
        const QJsonObject text = value.toObject();
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(text[u"at"].toInteger(), m_zone);
        if (std::exchange(day, at.date()) != at.date())
            m_texts->addLine(QLocale().toString(at, u"dddd, d MMMM"_s));
        m_texts->addBubble(text[u"body"].toString(), QLocale().toString(at, u"HH:mm"_s), text[u"inbound"].toBool());
    }
    m_texts->showEnd();
}

/// The newest first, as a mailbox has them.
void PhoneWindow::showMails()
{
    const QJsonArray mails = m_phone[u"mails"].toArray();
    if (std::exchange(m_showsMails, true) && mails == m_shownMails)
        return;
    m_shownMails = mails;
    m_mails->clear();
    if (mails.isEmpty())
        m_mails->addLine(tr("No email yet. Share a referral with a client who has an email address."));
    for (qsizetype i = mails.size() - 1; i >= 0; --i) {
        const QJsonObject mail = mails[i].toObject();
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(mail[u"at"].toInteger(), m_zone);
        m_mails->addMail(mail[u"subject"].toString(),
                         u"%1 → %2\n%3"_s.arg(mail[u"from"].toString(), mail[u"to"].toString(),
                                              QLocale().toString(at, u"ddd d MMM, HH:mm"_s)),
                         mail[u"text"].toString());
    }
    m_mails->showStart();
}

void PhoneWindow::sendReply()
{
    const QString body = m_replyEdit->text();
    if (body.trimmed().isEmpty() || m_numberCombo->count() == 0)
        return;
    QNetworkRequest request(m_carrier.resolved(QUrl(u"/trial/text"_s)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QJsonObject text{{u"from"_s, m_numberCombo->currentText()}, {u"body"_s, body}};
    QNetworkReply* reply = m_network.post(request, QJsonDocument(text).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError) {
            setTrouble(tr("The text could not be sent: the trial's carrier does not answer."));
            return;
        }
        m_replyEdit->clear();
        refresh();
    });
}

void PhoneWindow::nextDay()
{
    QFile current(m_clockFile);
    const qint64 offset = current.open(QIODevice::ReadOnly) ? current.readAll().trimmed().toLongLong() : 0;
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(m_phone[u"now"].toInteger(), m_zone);
    const qint64 oneDay = today.secsTo(today.addDays(1));
    QSaveFile moved(m_clockFile);
    if (!moved.open(QIODevice::WriteOnly) || moved.write(QByteArray::number(offset + oneDay)) < 0 || !moved.commit())
        setTrouble(tr("The trial's clock could not be moved: %1").arg(moved.errorString()));
    refresh();
}

void PhoneWindow::setTrouble(const QString& sentence)
{
    m_troubleLabel->setText(sentence);
    m_troubleLabel->setVisible(!sentence.isEmpty());
}

} // namespace handrail::trial
