// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditmodel.h"

#include "ui/words.h"

#include <QJsonDocument>
#include <QUrlQuery>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int pageRows = 100;

struct Word
{
    const char* what;
    const char* words;
    const char* icon;
};

constexpr std::array words = {
    Word{"sign_in", QT_TRANSLATE_NOOP("AuditWords", "Signed in"), "person"},
    Word{"sign_in_refused", QT_TRANSLATE_NOOP("AuditWords", "Sign-in refused"), "warning"},
    Word{"sign_out", QT_TRANSLATE_NOOP("AuditWords", "Signed out"), "person"},
    Word{"second_factor_changed", QT_TRANSLATE_NOOP("AuditWords", "Second factor changed"), "person"},
    Word{"device_revoked", QT_TRANSLATE_NOOP("AuditWords", "Device signed out"), "stop"},
    Word{"device_wiped", QT_TRANSLATE_NOOP("AuditWords", "Device told to wipe its data"), "stop"},
    Word{"password_changed", QT_TRANSLATE_NOOP("AuditWords", "Password changed"), "person"},
    Word{"password_reset", QT_TRANSLATE_NOOP("AuditWords", "New password given"), "person"},
    Word{"user_added", QT_TRANSLATE_NOOP("AuditWords", "Person added"), "person"},
    Word{"user_changed", QT_TRANSLATE_NOOP("AuditWords", "Person changed"), "edit"},
    Word{"user_disabled", QT_TRANSLATE_NOOP("AuditWords", "Person disabled"), "stop"},
    Word{"user_enabled", QT_TRANSLATE_NOOP("AuditWords", "Person enabled"), "check"},
    Word{"team_changed", QT_TRANSLATE_NOOP("AuditWords", "Team changed"), "clients"},
    Word{"settings_changed", QT_TRANSLATE_NOOP("AuditWords", "Agency’s settings changed"), "edit"},
    Word{"snapshot_read", QT_TRANSLATE_NOOP("AuditWords", "Device took all data"), "cloud"},
    Word{"client_moved", QT_TRANSLATE_NOOP("AuditWords", "Client given to another team"), "clients"},
    Word{"imported", QT_TRANSLATE_NOOP("AuditWords", "Clients imported"), "clients"},
    Word{"exported", QT_TRANSLATE_NOOP("AuditWords", "Data exported"), "share"},
    Word{"records_changed", QT_TRANSLATE_NOOP("AuditWords", "Clients’ records changed"), "edit"},
    Word{"shared", QT_TRANSLATE_NOOP("AuditWords", "Shared with a client"), "share"},
    Word{"client_opened", QT_TRANSLATE_NOOP("AuditWords", "Client opened"), "clients"},
    Word{"clients_searched", QT_TRANSLATE_NOOP("AuditWords", "Clients searched"), "clients"},
    Word{"report_opened", QT_TRANSLATE_NOOP("AuditWords", "Report opened"), "directory"},
    Word{"printed", QT_TRANSLATE_NOOP("AuditWords", "Printed"), "share"},
    Word{"client_erased", QT_TRANSLATE_NOOP("AuditWords", "Client erased"), "stop"},
    Word{"retention_applied", QT_TRANSLATE_NOOP("AuditWords", "Old clients erased"), "stop"},
    Word{"message_decided", QT_TRANSLATE_NOOP("AuditWords", "Message decided"), "message"},
    Word{"backup", QT_TRANSLATE_NOOP("AuditWords", "Backup made"), "cloud"},
    Word{"restored", QT_TRANSLATE_NOOP("AuditWords", "Backup put back"), "warning"},
    Word{"agency_added", QT_TRANSLATE_NOOP("AuditWords", "Agency added"), "place"},
    Word{"directory_imported", QT_TRANSLATE_NOOP("AuditWords", "Directory imported"), "directory"},
    Word{"feed_changed", QT_TRANSLATE_NOOP("AuditWords", "Directory’s feed changed"), "directory"},
};

const Word* wordOf(const QString& what)
{
    for (const Word& word : words) {
        if (what == QLatin1String(word.what)) {
            return &word;
        }
    }
    return nullptr;
}

QString detailsInWords(const QJsonObject& details)
{
    QStringList parts;
    for (auto it = details.begin(); it != details.end(); ++it) {
        parts.append(u"%1: %2"_s.arg(it.key(), it.value().toVariant().toString()));
    }
    return parts.join(u", "_s);
}

} // namespace

QString auditInWords(const QString& what)
{
    const Word* word = wordOf(what);
    return word ? QCoreApplication::translate("AuditWords", word->words) : oneLine(what);
}

AuditModel::AuditModel(AdminServices* admin, const Clock& clock, QObject* parent)
    : PagedModelBase(parent)
    , m_admin(admin)
    , m_clock(clock)
{
}

void AuditModel::setFilter(const AuditFilter& filter)
{
    m_filter = filter;
    refresh();
}

void AuditModel::setNames(const QHash<QString, QString>& names)
{
    m_names = names;
    if (!m_items.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(m_items.size()) - 1, 0));
    }
}

void AuditModel::refresh()
{
    ++m_question;
    m_asking = false;
    ask(0);
}

QString AuditModel::queryFor(const AuditFilter& filter, qint64 before, int limit)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(limit));
    if (before > 0) {
        query.addQueryItem(u"before"_s, QString::number(before));
    }
    if (filter.from.isValid()) {
        query.addQueryItem(u"from"_s, QString::number(filter.from.toMSecsSinceEpoch()));
    }
    if (!filter.who.isEmpty()) {
        query.addQueryItem(u"who"_s, filter.who);
    }
    return query.toString(QUrl::FullyEncoded);
}

void AuditModel::ask(qint64 before)
{
    if (!m_admin || m_asking) {
        return;
    }
    m_asking = true;
    m_admin->askAudit(queryFor(m_filter, before, pageRows), this,
                      [this, before, question = m_question](const Result<protocol::AuditAnswer>& answer) {
                          if (question != m_question) {
                              return;
                          }
                          m_asking = false;
                          if (!answer.ok()) {
                              settle(State::Failed, answer.error().sentence);
                              return;
                          }
                          m_more = answer->more;
                          if (before == 0) {
                              beginResetModel();
                              m_items = answer->items;
                              endResetModel();
                          } else if (!answer->items.isEmpty()) {
                              const int first = int(m_items.size());
                              beginInsertRows({}, first, first + int(answer->items.size()) - 1);
                              m_items += answer->items;
                              endInsertRows();
                          }
                          settle(State::Ready);
                      });
}

int AuditModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

bool AuditModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more && !m_asking && !m_items.isEmpty();
}

void AuditModel::fetchMore(const QModelIndex&)
{
    if (!m_items.isEmpty()) {
        ask(m_items.last().number);
    }
}

int AuditModel::rowOf(const QUuid&) const
{
    return -1;
}

QString AuditModel::whoInWords(const QString& who) const
{
    if (who == "command"_L1) {
        return tr("The server’s command line");
    }
    if (who == "server"_L1) {
        return tr("The server");
    }
    if (who == "client"_L1) {
        return tr("A client");
    }
    if (who == "nobody"_L1) {
        return tr("Somebody unknown");
    }
    return oneLine(m_names.value(who, who));
}

QStringList AuditModel::exported(const protocol::AuditItem& item) const
{
    return {QString::number(item.number),  item.at.toUTC().toString(Qt::ISODateWithMs),
            whoInWords(item.who),          auditInWords(item.what),
            whoInWords(item.about),        item.device,
            detailsInWords(item.details)};
}

QVariant AuditModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const protocol::AuditItem& item = m_items.at(index.row());
    QStringList quiet = {whoInWords(item.who)};
    if (m_names.contains(item.about) && item.about != item.who) {
        quiet.append(tr("about %1").arg(whoInWords(item.about)));
    }
    if (const QString details = detailsInWords(item.details); !details.isEmpty()) {
        quiet.append(oneLine(details));
    }
    switch (role) {
    case Qt::DisplayRole:
        return auditInWords(item.what);
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(auditInWords(item.what), quiet.join(u", "_s), timeInWords(item.at, m_clock.now()));
    case SubtitleRole:
        return quiet.join(u" · "_s);
    case AsideRole:
        return timeInWords(item.at, m_clock.now());
    case IconRole: {
        const Word* word = wordOf(item.what);
        return word ? QString::fromLatin1(word->icon) : u"activity"_s;
    }
    default:
        return {};
    }
}

} // namespace handrail::ui
