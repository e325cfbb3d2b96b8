// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/importmodel.h"
#include "ui/services.h"

#include <QDialog>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace handrail::ui {

class ImportColumnsView;
class Notice;
class StatePane;

/// Brings clients in from a CSV or vCard file: how the file is read and what becomes of each row is shown first, and
/// nothing is written before «Import N Clients» is pressed. Long files are read and written in slices on the store's
/// thread, with progress, and can be stopped at any time.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(Services services, QWidget* parent = nullptr);
    /// Reads the file and shows what is in it.
    void open(const QString& path);
    using QDialog::open;

Q_SIGNALS:
    void imported(int clients);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void reject() override;

private:
    /// What was read of the file; shared with the jobs that work on it.
    struct Source
    {
        QString path;
        QByteArray bytes;
        casework::ImportTable table;
        Agency agency;
    };
    enum class Busy { No, Reading, Writing };

    QWidget* makePreview();
    QWidget* makeOptions();
    QWidget* makeTable();
    QWidget* makeBar();
    void chooseFile();
    void readFile(const QString& path, const QByteArray& bytes, const casework::ReadOptions& options);
    void take(const Result<std::shared_ptr<const Source>>& source);
    void showOptions();
    void readAgain();
    /// Starts to read the rows by the mapping as it stands; a reading that is under way ends.
    void readRows();
    void readSlice(qsizetype from, int generation);
    void rowsAreRead(int generation);
    void choose(casework::ImportChoice choice);
    void startImport();
    void importSlice(qsizetype from);
    void importEnded(const QString& trouble);
    void saveReport();
    void describe();
    void setBusy(Busy busy, qsizetype done = 0, qsizetype all = 0);

    Services m_services;
    ImportModel* m_model;
    std::shared_ptr<const Source> m_source;
    casework::ImportMapping m_mapping;
    QList<casework::ImportRow> m_toWrite;
    int m_generation = 0;
    int m_written = 0;
    bool m_stopped = false;
    bool m_done = false;
    bool m_keepNotice = false; ///< What the notice says is more than the next reading has to say.
    Busy m_busy = Busy::No;

    StatePane* m_states;
    Notice* m_notice;
    QLabel* m_file;
    QComboBox* m_encoding;
    QComboBox* m_separator;
    QComboBox* m_dates;
    QCheckBox* m_hasHeader;
    ImportColumnsView* m_columns;
    QComboBox* m_show;
    QTableView* m_table;
    QLabel* m_about;
    QPushButton* m_skip;
    QPushButton* m_importAnyway;
    QPushButton* m_update;
    QLabel* m_summary;
    QProgressBar* m_progress;
    QPushButton* m_report;
    QPushButton* m_cancel;
    QPushButton* m_import;
};

} // namespace handrail::ui
