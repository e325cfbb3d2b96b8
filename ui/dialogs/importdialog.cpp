// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include "ui/theme.h"
#include "ui/views/columnfit.h"
#include "ui/views/flowlayout.h"
#include "ui/views/importcolumnsview.h"
#include "ui/views/pagescroll.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QProgressBar>
#include <QSaveFile>
#include <QSplitter>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

using casework::ImportChoice;
using casework::ImportRow;

namespace {

constexpr qsizetype rowsOfSlice = 200;
constexpr int widthAt100 = 1100;
constexpr int fewestLines = 7; // of columns and of rows

Result<QByteArray> bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound,
                     ImportDialog::tr("This file can’t be opened. Check that it is still there and may be read.")};
    }
    QByteArray bytes = file.read(casework::largestImportFile + 1);
    if (file.error() != QFileDevice::NoError) {
        return Error{ErrorCode::StorageTrouble, ImportDialog::tr("This file can’t be read to its end.")};
    }
    return bytes;
}

} // namespace

ImportDialog::ImportDialog(Services services, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_model(new ImportModel(this))
    , m_notice(new Notice(u"importNotice"_s))
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import Clients"));
    setAcceptDrops(true);
    resizeOnScreen(this, {widthAt100, 700});
    m_states = new StatePane(new PageScroll(makePreview()), u"import"_s);
    m_states->showMessage(u"clients"_s, tr("Bring your clients along"),
                          tr("Choose a table saved as CSV, or address cards (vCard, .vcf); or drop the file here. You "
                             "will see every row before anything is imported. Consent is never imported: it is asked "
                             "when you share."),
                          tr("Choose File…"));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addWidget(m_states, 1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(body, 1);
    outer->addWidget(makeBar());
    connect(m_states, &StatePane::acted, this, &ImportDialog::chooseFile);
    connect(m_model, &ImportModel::counted, this, &ImportDialog::describe);
    setBusy(Busy::No);
}

QWidget* ImportDialog::makePreview()
{
    auto* preview = new QWidget;
    auto* column = new QVBoxLayout(preview);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_file = makeLabel({}, u"heading"_s);
    m_file->setObjectName(u"importFile"_s);
    auto* other = makeButton(u"importOtherFile"_s, tr("Other File…"), ButtonKind::Quiet);
    auto* top = new QHBoxLayout;
    top->addWidget(m_file, 1);
    top->addWidget(other);
    column->addLayout(top);
    column->addWidget(makeOptions());
    auto* left = new Pane;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 8, 0);
    leftColumn->addWidget(makeLabel(tr("Columns"), u"heading"_s));
    m_columns = new ImportColumnsView;
    m_columns->setMinimumHeight(fontMetrics().height() * fewestLines);
    leftColumn->addWidget(m_columns, 1);
    // One below the other where the screen has no room for both.
    auto* splitter = new QSplitter(scaled(widthAt100) <= width() ? Qt::Horizontal : Qt::Vertical);
    splitter->addWidget(left);
    splitter->addWidget(makeTable());
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({330, 700});
    column->addWidget(splitter, 1);
    layoutOf(left)->setContentsMargins(0, 0, splitter->orientation() == Qt::Horizontal ? 8 : 0, 0);
    connect(other, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_columns, &ImportColumnsView::edited, this, &ImportDialog::readRows);
    return preview;
}

QWidget* ImportDialog::makeOptions()
{
    auto* options = new QWidget;
    auto* flow = new FlowLayout(16, options);
    const auto add = [&](QComboBox* box, const QString& name, const QString& label) {
        identify(box, name, label);
        auto* cell = new QWidget;
        auto* row = new QHBoxLayout(cell);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto* caption = new QLabel(label);
        caption->setBuddy(box);
        row->addWidget(caption);
        row->addWidget(box);
        flow->addWidget(cell);
    };
    m_encoding = new QComboBox;
    for (const files::Encoding encoding :
         {files::Encoding::Utf8, files::Encoding::Utf16LittleEndian, files::Encoding::Windows1252}) {
        m_encoding->addItem(files::nameOf(encoding), int(encoding));
    }
    m_separator = new QComboBox;
    m_separator->addItem(tr("Comma ,"), int(','));
    m_separator->addItem(tr("Semicolon ;"), int(';'));
    m_separator->addItem(tr("Tab"), int('\t'));
    m_dates = new QComboBox;
    m_dates->addItem(tr("Month first: 5/31/1984"), false);
    m_dates->addItem(tr("Day first: 31/5/1984"), true);
    m_hasHeader = new QCheckBox(tr("First row names the columns"));
    identify(m_hasHeader, u"importHeader"_s, m_hasHeader->text());
    add(m_encoding, u"importEncoding"_s, tr("Encoding"));
    add(m_separator, u"importSeparator"_s, tr("Separator"));
    add(m_dates, u"importDates"_s, tr("Dates"));
    flow->addWidget(m_hasHeader);
    connect(m_encoding, &QComboBox::activated, this, &ImportDialog::readAgain);
    connect(m_separator, &QComboBox::activated, this, &ImportDialog::readAgain);
    connect(m_hasHeader, &QCheckBox::clicked, this, &ImportDialog::readAgain);
    connect(m_dates, &QComboBox::activated, this, &ImportDialog::readRows);
    return options;
}

QWidget* ImportDialog::makeTable()
{
    auto* right = new Pane;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(8, 0, 0, 0);
    m_show = new QComboBox;
    identify(m_show, u"importShow"_s, tr("Show Rows"));
    m_show->addItem(tr("All rows"), int(ImportModel::Show::All));
    m_show->addItem(tr("To be imported"), int(ImportModel::Show::ToImport));
    m_show->addItem(tr("Here already"), int(ImportModel::Show::HereAlready));
    m_show->addItem(tr("With problems"), int(ImportModel::Show::Problems));
    m_skip = makeButton(u"importSkip"_s, tr("Skip"));
    m_importAnyway = makeButton(u"importAnyway"_s, tr("Import Anyway"));
    m_update = makeButton(u"importUpdate"_s, tr("Update Existing"));
    m_update->setToolTip(tr("Adds what the file knows to the client who is here. Nothing is erased."));
    fitToEntries(m_show);
    auto* top = new FlowLayout(8);
    top->addWidget(m_show);
    for (QPushButton* button : {m_skip, m_importAnyway, m_update}) {
        top->addWidget(button);
    }
    m_table = new QTableView;
    identify(m_table, u"importRows"_s, tr("Rows of the File"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 14);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(fontMetrics().height() * fewestLines);
    new ColumnFit(m_table, {7, 22, 14, 32, 40});
    m_about = makeLabel({}, u"muted"_s, true);
    m_about->setObjectName(u"importAbout"_s);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_about);
    connect(m_show, &QComboBox::activated, this,
            [this] { m_model->show(ImportModel::Show(m_show->currentData().toInt())); });
    connect(m_skip, &QPushButton::clicked, this, [this] { choose(ImportChoice::Skip); });
    connect(m_importAnyway, &QPushButton::clicked, this, [this] { choose(ImportChoice::Import); });
    connect(m_update, &QPushButton::clicked, this, [this] { choose(ImportChoice::Update); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportDialog::describe);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImportDialog::describe);
    return right;
}

QWidget* ImportDialog::makeBar()
{
    auto* bar = new QFrame;
    bar->setProperty("role", u"bar"_s);
    auto* row = new FlowLayout(8, bar);
    row->setContentsMargins(24, 12, 24, 12);
    m_summary = makeLabel({}, u"muted"_s, true);
    m_summary->setMinimumWidth(scaled(220));
    m_summary->setObjectName(u"importSummary"_s);
    m_progress = new QProgressBar;
    identify(m_progress, u"importProgress"_s, tr("Progress"));
    m_report = makeButton(u"importReport"_s, tr("Save Report…"));
    m_report->setToolTip(tr("The rows that can’t be imported, with line, column and reason, as a CSV file"));
    m_cancel = makeButton(u"cancel"_s, tr("Cancel"));
    m_import = makeButton(u"importClients"_s, {}, ButtonKind::Primary);
    row->addFilling(m_summary);
    row->addWidget(m_progress);
    row->addWidget(m_report);
    row->addWidget(m_cancel);
    row->addWidget(m_import);
    connect(m_report, &QPushButton::clicked, this, &ImportDialog::saveReport);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::startImport);
    return bar;
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_busy != Busy::Writing) {
        event->acceptProposedAction();
    }
}

void ImportDialog::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) {
        open(urls.first().toLocalFile());
    }
}

/// While rows are written, Cancel (and Escape) stops after the slice under way, and what was imported stays.
void ImportDialog::reject()
{
    if (m_busy == Busy::Writing) {
        m_stopped = true;
        m_cancel->setEnabled(false);
        return;
    }
    QDialog::reject();
}

void ImportDialog::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Choose a File of Clients"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Tables and address cards (*.csv *.tsv *.txt *.vcf *.vcard)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& path) { open(path); });
    chooser->open();
}

void ImportDialog::open(const QString& path)
{
    readFile(path, {}, {});
}

void ImportDialog::readFile(const QString& path, const QByteArray& known, const casework::ReadOptions& options)
{
    ++m_generation;
    m_done = false;
    m_keepNotice = false;
    m_notice->hide();
    m_model->clear();
    m_states->showMessage(u"clients"_s, tr("Reading “%1”…").arg(QFileInfo(path).fileName().left(100)), {});
    askStore(
        m_services.store, this,
        [path, known, options](LocalStore& store) -> Result<std::shared_ptr<const Source>> {
            const auto bytes = known.isEmpty() ? bytesOf(path) : Result<QByteArray>(known);
            if (!bytes.ok()) {
                return bytes.error();
            }
            auto table = casework::readImportTable(*bytes, options);
            const auto agency = store.agencies().agency();
            if (!table.ok() || !agency.ok()) {
                return table.ok() ? agency.error() : table.error();
            }
            return std::make_shared<const Source>(
                Source{path, *bytes, std::move(*table), (*agency).value_or(Agency{.id = AgencyId(QUuid(u"00000000-0000-7000-8000-000000000001"_s))})});
        },
        [this, generation = m_generation](const Result<std::shared_ptr<const Source>>& source) {
            if (generation == m_generation) {
                take(source);
            }
        });
}

void ImportDialog::take(const Result<std::shared_ptr<const Source>>& source)
{
    if (!source.ok()) {
        m_source.reset();
        m_states->showMessage(u"warning"_s, tr("This file can’t be imported"), source.error().sentence,
                              tr("Choose File…"));
        setBusy(Busy::No);
        return;
    }
    m_source = *source;
    m_mapping = casework::guessMapping(m_source->table, m_source->agency);
    showOptions();
    m_columns->setEnabled(true);
    m_columns->show(m_source->table, m_mapping.fields);
    m_states->showContent();
    readRows();
}

void ImportDialog::showOptions()
{
    const casework::ImportTable& table = m_source->table;
    m_file->setText(tr("“%1” - %n rows", nullptr, int(table.rows.size()))
                        .arg(oneLine(QFileInfo(m_source->path).fileName())));
    const files::Encoding encoding = table.encoding == files::Encoding::Utf8WithMark ? files::Encoding::Utf8
                                     : table.encoding == files::Encoding::Utf16BigEndian
                                         ? files::Encoding::Utf16LittleEndian
                                         : table.encoding;
    m_encoding->setCurrentIndex(m_encoding->findData(int(encoding)));
    m_separator->setCurrentIndex(m_separator->findData(int(table.separator)));
    m_dates->setCurrentIndex(m_mapping.dayFirst ? 1 : 0);
    m_hasHeader->setChecked(table.hasHeader);
    m_separator->setEnabled(!table.isVCard);
    m_hasHeader->setEnabled(!table.isVCard);
}

void ImportDialog::readAgain()
{
    if (!m_source || m_busy == Busy::Writing) {
        return;
    }
    casework::ReadOptions options;
    // The order of bytes of UTF-16 shows by itself.
    const auto encoding = files::Encoding(m_encoding->currentData().toInt());
    if (encoding != files::Encoding::Utf16LittleEndian) {
        options.encoding = encoding;
    }
    options.separator = char(m_separator->currentData().toInt());
    options.hasHeader = m_hasHeader->isChecked();
    readFile(m_source->path, m_source->bytes, options);
}

void ImportDialog::readRows()
{
    if (!m_source || m_busy == Busy::Writing) {
        return;
    }
    ++m_generation;
    m_mapping.fields = m_columns->fields();
    m_mapping.dayFirst = m_dates->currentData().toBool();
    m_model->clear();
    readSlice(0, m_generation);
}

void ImportDialog::readSlice(qsizetype from, int generation)
{
    const qsizetype all = m_source->table.rows.size();
    if (from >= all) {
        rowsAreRead(generation);
        return;
    }
    setBusy(Busy::Reading, from, all);
    atDesk(
        m_services, this,
        [source = m_source, mapping = m_mapping, from](casework::Desk& desk) {
            return casework::readImportRows(desk, source->table, mapping, from, rowsOfSlice);
        },
        [this, from, generation](const Result<QList<ImportRow>>& rows) {
            if (generation != m_generation) {
                return;
            }
            if (!rows.ok()) {
                setBusy(Busy::No);
                m_notice->say(Notice::Tone::Bad, rows.error().sentence);
                return;
            }
            m_model->append(*rows);
            readSlice(from + rowsOfSlice, generation);
        });
}

/// Who stands twice in the file shows when all of it is read.
void ImportDialog::rowsAreRead(int generation)
{
    askStore(
        m_services.store, this,
        [rows = m_model->rows()](LocalStore&) mutable {
            casework::markRepeats(rows);
            return rows;
        },
        [this, generation](const QList<ImportRow>& rows) {
            if (generation != m_generation) {
                return;
            }
            m_model->setRows(rows);
            setBusy(Busy::No);
            const int bad = m_model->counts().bad + int(m_source->table.unreadable.size());
            if (std::exchange(m_keepNotice, false)) {
                return;
            }
            m_notice->hide();
            if (bad > 0) {
                m_notice->say(Notice::Tone::Warn,
                              tr("%n rows can’t be imported. Show «With problems» to see why; the others can.", nullptr,
                                 bad));
            }
        });
}

void ImportDialog::choose(ImportChoice choice)
{
    m_model->choose(m_table->selectionModel()->selectedRows(), choice);
}

void ImportDialog::startImport()
{
    if (m_done) {
        accept();
        return;
    }
    m_toWrite.clear();
    for (const ImportRow& row : m_model->rows()) {
        if (row.isImported()) {
            m_toWrite.append(row);
        }
    }
    m_stopped = false;
    m_written = 0;
    m_notice->hide();
    importSlice(0);
}

void ImportDialog::importSlice(qsizetype from)
{
    if (from >= m_toWrite.size() || m_stopped) {
        importEnded({});
        return;
    }
    setBusy(Busy::Writing, from, m_toWrite.size());
    atDesk(
        m_services, this,
        [rows = m_toWrite.mid(from, casework::rowsOfTransaction)](casework::Desk& desk) {
            return casework::importRows(desk, rows);
        },
        [this, from](const Result<int>& written) {
            if (!written.ok()) {
                importEnded(written.error().sentence);
                return;
            }
            m_written += *written;
            importSlice(from + casework::rowsOfTransaction);
        });
}

void ImportDialog::importEnded(const QString& trouble)
{
    m_services.agent.lookNow();
    const bool whole = m_written == m_toWrite.size();
    m_done = whole;
    setBusy(Busy::No);
    m_columns->setEnabled(false);
    if (!trouble.isEmpty()) {
        m_notice->say(Notice::Tone::Bad,
                      tr("%n clients were imported, then this came between: %1", nullptr, m_written).arg(trouble));
    } else if (!whole) {
        m_notice->say(Notice::Tone::Warn,
                      tr("Stopped: %n clients were imported. Import the file again for the rest; those who are here "
                         "are skipped.",
                         nullptr, m_written));
    } else {
        m_notice->say(Notice::Tone::Good, tr("%n clients were imported.", nullptr, m_written));
    }
    Q_EMIT imported(m_written);
    if (!whole) {
        m_keepNotice = true;
        m_columns->setEnabled(true);
        readRows();
    }
}

void ImportDialog::saveReport()
{
    auto* chooser = new QFileDialog(this, tr("Save Report"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"csv"_s);
    chooser->selectFile(QFileInfo(m_source->path).completeBaseName() + u"-problems.csv"_s);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSaveFile file(path);
        const QByteArray report = casework::reportOfProblems(m_source->table, m_model->rows());
        if (file.open(QIODevice::WriteOnly) && file.write(report) == report.size() && file.commit()) {
            m_notice->say(Notice::Tone::Good, tr("The report is saved."));
        } else {
            m_notice->say(Notice::Tone::Bad,
                          tr("The report can’t be saved there. Choose another folder, or make room on the disk."));
        }
    });
    chooser->open();
}

void ImportDialog::describe()
{
    const auto& counts = m_model->counts();
    const bool ready = m_busy == Busy::No && m_source;
    m_summary->setText(!m_source ? QString()
                                 : tr("%1 to import · %2 skipped · %3 with problems")
                                       .arg(counts.toImport)
                                       .arg(counts.skipped)
                                       .arg(counts.bad + m_source->table.unreadable.size()));
    m_import->setText(m_done ? tr("Close") : tr("Import %n Clients", nullptr, counts.toImport));
    m_import->setAccessibleName(m_import->text());
    m_import->setEnabled(m_done || (ready && counts.toImport > 0));
    m_cancel->setVisible(!m_done);
    m_report->setVisible(m_source && counts.bad + m_source->table.unreadable.size() > 0);
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    const bool any = ready && !m_done && !chosen.isEmpty();
    const ImportRow* row = m_model->rowAt(m_table->currentIndex());
    m_skip->setEnabled(any);
    m_importAnyway->setEnabled(any);
    m_update->setEnabled(any);
    m_about->setText(row ? ImportModel::inWords(*row)
                         : tr("Choose rows to see what is known about them, and to skip, import or update them."));
}

void ImportDialog::setBusy(Busy busy, qsizetype done, qsizetype all)
{
    m_busy = busy;
    m_progress->setVisible(busy != Busy::No);
    m_progress->setRange(0, int(all));
    m_progress->setValue(int(done));
    m_progress->setFormat(busy == Busy::Writing ? tr("Importing %v of %m") : tr("Reading %v of %m"));
    m_cancel->setEnabled(true);
    describe();
}

} // namespace handrail::ui
