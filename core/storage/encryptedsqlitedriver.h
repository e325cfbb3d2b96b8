// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/securebytes.h"

#include <QSqlDriver>

struct sqlite3;

namespace handrail {

/// Qt Sql on SQLite3 Multiple Ciphers: what QSQLITE does, for an encrypted file. Public Qt API only.
/// docs/decisions/0020 says why it exists; tests/storage/drivertest.cpp compares it with QSQLITE, and
/// docs/database.md lists the differences that remain.
///
/// One file must never be opened through this driver and QSQLITE in one process: two copies of SQLite drop each
/// other's file locks (POSIX).
class EncryptedSqliteDriver : public QSqlDriver
{
    Q_OBJECT

public:
    /// `key`: 32 bytes, used as they are. Without a key the driver does not open.
    explicit EncryptedSqliteDriver(SecureBytes key, int busyTimeoutMs = 10000, QObject* parent = nullptr);
    ~EncryptedSqliteDriver() override;

    [[nodiscard]] bool hasFeature(DriverFeature feature) const override;
    bool open(const QString& path, const QString& user, const QString& password, const QString& host, int port,
              const QString& options) override;
    void close() override;
    [[nodiscard]] QSqlResult* createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    [[nodiscard]] QStringList tables(QSql::TableType type) const override;
    [[nodiscard]] QSqlIndex primaryIndex(const QString& table) const override;
    [[nodiscard]] QSqlRecord record(const QString& table) const override;
    [[nodiscard]] QVariant handle() const override;
    [[nodiscard]] QString escapeIdentifier(const QString& identifier, IdentifierType type) const override;

    /// Enciphers every page anew; nobody else may have the file open, and it may not be in WAL mode. lastError() says why
    /// not. The connection is to be closed then.
    bool changeKey(const SecureBytes& key);

private:
    friend class EncryptedSqliteResult;
    bool run(const char* sql, const QString& trouble);
    bool unlock();

    SecureBytes m_key;
    int m_busyTimeoutMs;
    sqlite3* m_db = nullptr;
    /// Statements must be finalised before their connection closes, and queries may outlive it.
    mutable QList<class EncryptedSqliteResult*> m_results;
};

} // namespace handrail
