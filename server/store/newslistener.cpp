// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/newslistener.h"

#include <QLoggingCategory>
#include <QSqlDriver>
#include <QTimer>

Q_LOGGING_CATEGORY(logNews, "handrail.server.news")

namespace handrail::server {

namespace {

/// Lives in the listener's thread, with a connection of its own.
class Ear : public QObject
{
public:
    Ear(DatabaseSettings settings, News& news)
        : m_settings(std::move(settings))
        , m_news(news)
    {
        m_beat.setInterval(2000);
        connect(&m_beat, &QTimer::timeout, this, &Ear::look);
    }
    void begin()
    {
        look();
        m_beat.start();
    }

private:
    /// A connection that broke says so only to who uses it.
    void look()
    {
        if (m_db && m_db->answers())
            return;
        m_db.reset();
        auto opened = Database::open(m_settings);
        if (!opened) {
            qCWarning(logNews, "other servers' news can't be heard: %s", qUtf8Printable(opened.error().sentence));
            return;
        }
        m_db = std::move(opened).value();
        QSqlDriver* driver = m_db->sql().driver();
        connect(driver, &QSqlDriver::notification, this,
                [this](const QString&, QSqlDriver::NotificationSource, const QVariant& payload) {
                    m_news.hear(payload.toString().toLatin1());
                });
        driver->subscribeToNotification(QLatin1String(newsChannel));
        m_news.tellAll();
    }

    DatabaseSettings m_settings;
    News& m_news;
    std::unique_ptr<Database> m_db;
    QTimer m_beat{this};
};

} // namespace

NewsListener::NewsListener(const DatabaseSettings& settings, News& news)
{
    if (settings.driver != QLatin1String("QPSQL"))
        return;
    auto* ear = new Ear(settings, news);
    ear->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, ear, &Ear::begin);
    QObject::connect(&m_thread, &QThread::finished, ear, &QObject::deleteLater);
    m_thread.start();
}

NewsListener::~NewsListener()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace handrail::server
