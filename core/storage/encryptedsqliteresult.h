// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlRecord>
#include <QSqlResult>
#include <QVariant>
#include <vector>

struct sqlite3_stmt;

namespace handrail {

class EncryptedSqliteDriver;

/// One statement of EncryptedSqliteDriver. Rows already read are kept, so that a query can go back; a forward-only
/// one keeps the current row alone.
class EncryptedSqliteResult : public QSqlResult
{
public:
    explicit EncryptedSqliteResult(const EncryptedSqliteDriver* driver);
    ~EncryptedSqliteResult() override;

    [[nodiscard]] QVariant handle() const override;
    void finalize();

protected:
    bool prepare(const QString& sql) override;
    bool reset(const QString& sql) override;
    bool exec() override;
    QVariant data(int column) override;
    bool isNull(int column) override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchPrevious() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    int size() override;
    int numRowsAffected() override;
    [[nodiscard]] QVariant lastInsertId() const override;
    [[nodiscard]] QSqlRecord record() const override;
    void detachFromResultSet() override;
    void virtual_hook(int id, void* data) override;

private:
    enum class Step { Row, Done, Failed };

    Step step();
    bool bindAll();
    bool bindOne(int parameter, const QVariant& value);
    void describeColumns(bool hasRow);
    void forgetRows();
    [[nodiscard]] const std::vector<QVariant>* current() const;
    bool advance();

    const EncryptedSqliteDriver* m_driver;
    sqlite3_stmt* m_statement = nullptr;
    QSqlRecord m_record;
    /// Rows read so far, from row 0; for a forward-only query only the latest one.
    std::vector<std::vector<QVariant>> m_rows;
    /// exec() reads one row ahead, because errors show only when the statement runs.
    std::vector<QVariant> m_ahead;
    bool m_hasAhead = false;
    bool m_done = true;
    int m_rowsRead = 0;
};

} // namespace handrail
