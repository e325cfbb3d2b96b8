// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/phone/phonewindow.h"

#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QNetworkReply>
#include <QPushButton>
#include <QRegularExpression>
#include <QSaveFile>
#include <QScrollBar>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handrail::trial {

namespace {

constexpr int refreshMs = 700;

QString linked(const QString& plain)
{
    static const QRegularExpression url(u"(https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]+[A-Za-z0-9/_-])"_s);
    QString html = plain.toHtmlEscaped();
    html.replace(u"\n"_s, u"<br>"_s);
    return html.replace(url, u"<a href=\"\\1\">\\1</a>"_s);
}

QString when(const QJsonObject& item, const QTimeZone& zone)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(item[u"at"].toInteger(), zone);
    return QLocale().toString(at, u"ddd d MMM, HH:mm"_s);
}

/// QTextBrowser knows no rounded boxes; a table cell with a background is the closest thing to a bubble.
QString bubble(const QString& content, const QString& stamp, bool fromClient)
{
    const QString cell = fromClient ? u"background-color:#1b6ec2;color:#ffffff"_s : u"background-color:#e9ecef;color:#1d2125"_s;
    const QString align = fromClient ? u"right"_s : u"left"_s;
    return u"<table width=\"82%\" align=\"%1\" cellpadding=\"9\" cellspacing=\"0\"><tr><td style=\"%2\">%3</td></tr></table>"
           "<p align=\"%1\" style=\"color:#5f6b76;font-size:small;margin-top:2px;margin-bottom:10px\">%4</p>"_s.arg(align, cell, content, stamp);
}

QString emptyState(const QString& sentence)
{
    return u"<p align=\"center\" style=\"color:#5f6b76;margin-top:80px\">%1</p>"_s.arg(sentence.toHtmlEscaped());
}

} // namespace

PhoneWindow::PhoneWindow(QUrl carrier, QString clockFile, QTimeZone zone, QWidget* parent)
    : QMainWindow(parent)
    , m_carrier(std::move(carrier))
    , m_clockFile(std::move(clockFile))
    , m_zone(std::move(zone))
{
    setWindowTitle(tr("Client's phone"));
    buildWidgets();
    connect(&m_timer, &QTimer::timeout, this, &PhoneWindow::refresh);
    m_timer.start(refreshMs);
    refresh();
}

void PhoneWindow::buildWidgets()
{
    m_dateLabel = new QLabel(this);
    m_dateLabel->setAccessibleName(tr("Date in the trial"));
    m_nextDayButton = new QPushButton(tr("&Next Day"), this);
    m_nextDayButton->setToolTip(tr("Moves the clock of the whole trial on by one day"));
    connect(m_nextDayButton, &QPushButton::clicked, this, &PhoneWindow::nextDay);
    auto* top = new QHBoxLayout;
    top->addWidget(m_dateLabel, 1);
    top->addWidget(m_nextDayButton);

    m_numberCombo = new QComboBox(this);
    m_numberCombo->setAccessibleName(tr("Whose phone"));
    connect(m_numberCombo, &QComboBox::currentIndexChanged, this, [this] { showTexts(); });

    m_textsBrowser = new QTextBrowser(this);
    m_textsBrowser->setAccessibleName(tr("Texts"));
    m_textsBrowser->setOpenExternalLinks(true);
    m_replyEdit = new QLineEdit(this);
    m_replyEdit->setPlaceholderText(tr("Text message"));
    m_replyEdit->setAccessibleName(tr("Text message"));
    m_sendButton = new QPushButton(tr("&Send"), this);
    connect(m_sendButton, &QPushButton::clicked, this, &PhoneWindow::sendReply);
    connect(m_replyEdit, &QLineEdit::returnPressed, this, &PhoneWindow::sendReply);
    auto* reply = new QHBoxLayout;
    reply->addWidget(m_replyEdit, 1);
    reply->addWidget(m_sendButton);
    auto* texts = new QWidget(this);
    auto* textsLayout = new QVBoxLayout(texts);
    textsLayout->addWidget(m_numberCombo);
    textsLayout->addWidget(m_textsBrowser, 1);
    textsLayout->addLayout(reply);

    m_mailsBrowser = new QTextBrowser(this);
    m_mailsBrowser->setAccessibleName(tr("Emails"));
    m_mailsBrowser->setOpenExternalLinks(true);

    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(texts, tr("&Texts"));
    m_tabs->addTab(m_mailsBrowser, tr("&Email"));

    m_troubleLabel = new QLabel(this);
    m_troubleLabel->setWordWrap(true);
    m_troubleLabel->hide();

    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->addLayout(top);
    layout->addWidget(m_troubleLabel);
    layout->addWidget(m_tabs, 1);
    setCentralWidget(centre);
    resize(420, 720);
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
    m_dateLabel->setText(QLocale().toString(now, u"<b>dddd, d MMMM yyyy</b>, HH:mm"_s));
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
    QString html;
    for (const QJsonValue& value : m_phone[u"texts"].toArray()) {
        const QJsonObject text = value.toObject();
        const bool mine = text[u"inbound"].toBool();
        if (text[mine ? u"from" : u"to"].toString() == m_numberCombo->currentText())
            html += bubble(linked(text[u"body"].toString()), when(text, m_zone), mine);
    }
    if (html.isEmpty())
        html = emptyState(tr("No texts yet. Share a referral with a client who has a phone number."));
    if (html != m_lastTexts)
        setHtmlKeepingPlace(m_textsBrowser, html);
    m_lastTexts = html;
}

void PhoneWindow::showMails()
{
    QString html;
    for (const QJsonValue& value : m_phone[u"mails"].toArray()) {
        const QJsonObject mail = value.toObject();
        html += u"<p><b>%1</b><br><span style=\"color:#5f6b76\">%2 &rarr; %3, %4</span></p><p>%5</p><hr>"_s.arg(
            mail[u"subject"].toString().toHtmlEscaped(), mail[u"from"].toString().toHtmlEscaped(),
            mail[u"to"].toString().toHtmlEscaped(), when(mail, m_zone), linked(mail[u"text"].toString()));
    }
    if (html.isEmpty())
        html = emptyState(tr("No email yet. Share a referral with a client who has an email address."));
    if (html != m_lastMails)
        setHtmlKeepingPlace(m_mailsBrowser, html);
    m_lastMails = html;
}

void PhoneWindow::setHtmlKeepingPlace(QTextBrowser* browser, const QString& html)
{
    browser->setHtml(html);
    browser->verticalScrollBar()->setValue(browser->verticalScrollBar()->maximum());
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
