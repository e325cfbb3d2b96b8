// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/teampage.h"

#include "ui/accesslog.h"
#include "ui/dialogs/figuredialog.h"
#include "ui/models/figuremodel.h"
#include "ui/statistics/chartcard.h"
#include "ui/theme.h"
#include "ui/views/flowlayout.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QGridLayout>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QScrollArea>
#include <QStandardPaths>
#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int countAfterMs = 1500;
constexpr int slowMs = 500;
constexpr int tilesCount = 6;

QVariant idOf(const QComboBox* combo)
{
    return combo->currentData();
}

template <typename IdType>
std::optional<IdType> chosen(const QComboBox* combo)
{
    const QUuid id = idOf(combo).toUuid();
    return id.isNull() ? std::nullopt : std::optional(IdType(id));
}

/// For paper, where «today» means nothing.
QString asOf(const QDateTime& now)
{
    return TeamPage::tr("As of %1").arg(QLocale().toString(now.toLocalTime(), QLocale::ShortFormat));
}

/// A number to press: three lines on a button.
QPushButton* makeTile(int number)
{
    auto* tile = new QPushButton;
    tile->setObjectName(u"tile%1"_s.arg(number));
    tile->setProperty("tile", true);
    auto* column = new QVBoxLayout(tile);
    column->setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(10));
    column->setSpacing(scaled(2));
    const char* roles[] = {"muted", "number", "muted"};
    for (const char* role : roles) {
        auto* line = makeLabel({}, QString::fromLatin1(role), role == roles[0]);
        line->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(line);
    }
    column->addStretch(1);
    tile->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return tile;
}

void fillTile(QPushButton* tile, const ReportTile& content)
{
    const auto lines = tile->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly);
    lines[0]->setText(content.title);
    lines[1]->setText(content.value);
    lines[2]->setText(content.before);
    tile->setAccessibleName(u"%1: %2, %3"_s.arg(content.title, content.value, content.before));
    tile->setAccessibleDescription(content.definition);
    tile->setToolTip(content.definition.toHtmlEscaped());
}

} // namespace

TeamPage::TeamPage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_loader(new NumbersLoader(services.store, this))
    , m_notice(new Notice(u"teamNotice"_s))
{
    setObjectName(u"teamPage"_s);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(12));
    column->addWidget(makeTop());
    column->addWidget(makeFilters());
    column->addWidget(m_notice);
    column->addWidget(makeProgress());
    column->addWidget(makeContent(), 1);
    m_states = new StatePane(page, u"team"_s);
    m_states->showMessage(u"activity"_s, tr("Loading…"), {});
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(16));
    outer->addWidget(m_states);

    m_later.setSingleShot(true);
    m_later.setInterval(countAfterMs);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMs);
    connect(&m_later, &QTimer::timeout, this, &TeamPage::ask);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_progressRow->setVisible(m_loader->isBusy()); });
    connect(m_loader, &NumbersLoader::progressed, this, [this](int done, int all) {
        m_progress->setMaximum(all);
        m_progress->setValue(done);
    });
    connect(m_loader, &NumbersLoader::finished, this, &TeamPage::showNumbers);
    connect(m_loader, &NumbersLoader::failed, this, [this](const QString& sentence) {
        m_progressRow->hide();
        m_notice->say(Notice::Tone::Bad, sentence);
    });
    connectFilters();
    setFocusProxy(m_period);
    refresh();
}

QWidget* TeamPage::makeTop()
{
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(8));
    m_periodWords = makeLabel({}, u"muted"_s, true);
    m_periodWords->setObjectName(u"teamPeriodWords"_s);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(scaled(2));
    lines->addWidget(makeLabel(tr("Team"), u"title"_s));
    lines->addWidget(m_periodWords);
    m_export = makeButton(u"teamExport"_s, tr("Export"));
    m_export->setProperty("menu", true);
    m_export->setEnabled(false);
    auto* menu = new QMenu(m_export);
    menu->setObjectName(u"teamExportMenu"_s);
    QAction* csv = menu->addAction(tr("Numbers as CSV…"));
    m_withMark = menu->addAction(tr("Mark the CSV as UTF-8 (for Excel)"));
    m_withMark->setCheckable(true);
    m_withMark->setChecked(true);
    menu->addSeparator();
    QAction* pdf = menu->addAction(tr("Report as PDF…"));
    QAction* paper = menu->addAction(tr("Print…"));
    paper->setShortcut(QKeySequence::Print);
    paper->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(paper);
    m_export->setMenu(menu);
    connect(csv, &QAction::triggered, this, [this] { chooseFile(true); });
    connect(pdf, &QAction::triggered, this, [this] { chooseFile(false); });
    connect(paper, &QAction::triggered, this, &TeamPage::print);
    row->addLayout(lines, 1);
    row->addWidget(m_export, 0, Qt::AlignTop);
    return top;
}

QWidget* TeamPage::makeFilters()
{
    m_period = new QComboBox;
    identify(m_period, u"teamPeriod"_s, tr("Period"));
    const std::pair<QString, PeriodKind> periods[] = {{tr("This week"), PeriodKind::Week},
                                                      {tr("This month"), PeriodKind::Month},
                                                      {tr("This quarter"), PeriodKind::Quarter},
                                                      {tr("This year"), PeriodKind::Year},
                                                      {tr("From … to …"), PeriodKind::Custom}};
    for (const auto& [label, kind] : periods) {
        m_period->addItem(label, int(kind));
    }
    m_period->setCurrentIndex(1);
    const QDate today = m_services.clock.now().date();
    const auto dateField = [&](const QString& name, const QString& label, const QDate& date) {
        auto* field = new QDateEdit(date);
        identify(field, name, label);
        field->setCalendarPopup(true);
        field->setToolTip(label);
        field->hide();
        return field;
    };
    m_from = dateField(u"teamFrom"_s, tr("First day"), today.addDays(-29));
    m_to = dateField(u"teamTo"_s, tr("Last day"), today);
    m_team = new QComboBox;
    identify(m_team, u"teamTeam"_s, tr("Team"));
    m_worker = new QComboBox;
    identify(m_worker, u"teamWorker"_s, tr("Worker"));
    for (QComboBox* combo : {m_period, m_team, m_worker}) {
        fitToEntries(combo);
        combo->setToolTip(combo->accessibleName());
    }
    m_dataAge = makeLabel({}, u"muted"_s);
    m_dataAge->setObjectName(u"teamDataAge"_s);
    auto* filters = new QWidget;
    auto* row = new FlowLayout(scaled(8), filters);
    for (QWidget* field : {static_cast<QWidget*>(m_period), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_to),
                           static_cast<QWidget*>(m_team), static_cast<QWidget*>(m_worker)}) {
        row->addWidget(field);
    }
    row->addWidget(m_dataAge);
    return filters;
}

QWidget* TeamPage::makeProgress()
{
    m_progressRow = new QWidget;
    auto* row = new QHBoxLayout(m_progressRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    identify(m_progress, u"teamProgress"_s, tr("Counting"));
    auto* cancel = makeButton(u"teamCancel"_s, tr("Cancel"));
    row->addWidget(makeLabel(tr("Counting…"), u"muted"_s));
    row->addWidget(m_progress, 1);
    row->addWidget(cancel);
    m_progressRow->hide();
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_loader->cancel();
        m_progressRow->hide();
        m_notice->say(Notice::Tone::Info, m_shown ? tr("Counting was stopped. What you see is from before.")
                                                  : tr("Counting was stopped. Choose a period to count again."));
    });
    return m_progressRow;
}

QWidget* TeamPage::makeContent()
{
    auto* content = new QWidget;
    content->setProperty("role", u"scrolled"_s);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, scaled(8), 0);
    column->setSpacing(scaled(16));
    m_tiles = new QGridLayout;
    m_tiles->setSpacing(scaled(12));
    for (int i = 0; i < tilesCount; ++i) {
        m_tileButtons.append(makeTile(i));
        connect(m_tileButtons[i], &QPushButton::clicked, this, [this, i] {
            if (i < m_report.tiles.size()) {
                openFigure(m_report.tiles[i].figure, m_report.tiles[i].title);
            }
        });
    }
    m_cards = new QGridLayout;
    m_cards->setSpacing(scaled(16));
    for (const QString& name : {u"status"_s, u"days"_s, u"answers"_s, u"no"_s, u"load"_s, u"optouts"_s}) {
        auto* card = new ChartCard(name);
        connect(card, &ChartCard::opened, this, &TeamPage::openFigure);
        m_chartCards.append(card);
    }
    column->addLayout(m_tiles);
    column->addLayout(m_cards);
    column->addWidget(makeActivity());
    column->addStretch(1);
    layOut();
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"teamScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

QWidget* TeamPage::makeActivity()
{
    m_activityCard = makeFrame(u"card"_s, scaled(16));
    m_activity = new FigureActivityModel(m_services.store, m_services.clock, this);
    m_activityList = new QListView;
    identify(m_activityList, u"teamActivity"_s, tr("Activity of the Team"));
    m_activityList->setModel(m_activity);
    m_activityList->setItemDelegate(new RowDelegate(RowDelegate::Lead::Sentence, m_activityList));
    m_activityList->setUniformItemSizes(true);
    m_activityList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_activityList->setMinimumHeight(scaled(320));
    new KeyedSelection(m_activityList, m_activity);
    m_activityStates = new StatePane(m_activityList, u"teamActivity"_s);
    m_activityStates->setMinimumHeight(scaled(240));
    auto* column = layoutOf(m_activityCard);
    column->addWidget(makeLabel(tr("Activity of the team in this period"), u"heading"_s, true));
    column->addWidget(m_activityStates);
    connect(m_activityList, &QListView::activated, this, [this](const QModelIndex& index) {
        const ActivityRow* row = m_activity->row(index.row());
        if (row && row->activity.referralId) {
            Q_EMIT openReferral(*row->activity.referralId);
        }
    });
    connect(m_activity, &PagedModelBase::answered, this, [this] {
        if (m_activity->state() == PagedModelBase::State::Failed) {
            m_activityStates->showMessage(u"warning"_s, tr("The activity can’t be read"), m_activity->trouble());
        } else if (m_activity->rowCount() == 0) {
            m_activityStates->showMessage(u"activity"_s, tr("Nothing happened"),
                                          tr("Choose a longer period, or another team or worker."));
        } else {
            m_activityStates->showContent();
        }
    });
    return m_activityCard;
}

void TeamPage::connectFilters()
{
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        const bool custom = PeriodKind(idOf(m_period).toInt()) == PeriodKind::Custom;
        m_from->setVisible(custom);
        m_to->setVisible(custom);
        ask();
    });
    for (QDateEdit* field : {m_from, m_to}) {
        connect(field, &QDateEdit::dateChanged, &m_later, qOverload<>(&QTimer::start));
    }
    connect(m_team, &QComboBox::currentIndexChanged, this, [this] {
        fillWorkers();
        ask();
    });
    connect(m_worker, &QComboBox::currentIndexChanged, this, &TeamPage::ask);
    connect(m_states, &StatePane::acted, this, &TeamPage::refresh);
}

void TeamPage::refresh()
{
    askStore(
        m_services.store, this, [worker = m_services.worker](LocalStore& store) { return readPeople(store, worker); },
        [this](const Result<People>& people) {
            if (!people.ok()) {
                m_states->showMessage(u"warning"_s, tr("The numbers can’t be read"), people.error().sentence,
                                      tr("Try Again"));
            } else {
                showPeople(*people);
            }
        });
}

Result<TeamPage::People> TeamPage::readPeople(LocalStore& store, const UserId& worker)
{
    People people;
    const auto me = store.agencies().user(worker);
    const auto users = store.agencies().users();
    const auto teams = store.agencies().teams();
    const auto agency = store.agencies().agency();
    const auto error = store.sync().fact(u"last_sync_error"_s);
    const auto at = store.sync().fact(u"last_sync_at"_s);
    for (const Error* trouble : {me.ok() ? nullptr : &me.error(), users.ok() ? nullptr : &users.error(),
                                 teams.ok() ? nullptr : &teams.error(), agency.ok() ? nullptr : &agency.error(),
                                 error.ok() ? nullptr : &error.error(), at.ok() ? nullptr : &at.error()}) {
        if (trouble) {
            return *trouble;
        }
    }
    if (*me) {
        people.role = (**me).role;
        people.ownTeam = (**me).teamId;
    }
    people.users = *users;
    people.teams = *teams;
    people.agency = *agency;
    people.lastSyncError = *error;
    const qint64 ms = at->toLongLong();
    people.lastSyncAt = ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
    return people;
}

void TeamPage::showPeople(const People& people)
{
    const bool available = people.role == handrail::Role::Supervisor || people.role == handrail::Role::Administrator;
    Q_EMIT availableChanged(available);
    if (!available) {
        m_states->showMessage(u"team"_s, tr("For supervisors and administrators"),
                              tr("Your own referrals and what became of them are on the pages Referrals and Recent "
                                 "Activity."));
        return;
    }
    const bool first = !m_people;
    const auto team =
        first ? (people.role == handrail::Role::Supervisor ? people.ownTeam : std::nullopt) : chosen<TeamId>(m_team);
    m_people = people;
    {
        const QSignalBlocker quiet(m_team);
        m_team->clear();
        m_team->addItem(tr("All teams"), QUuid());
        for (const Team& one : people.teams) {
            m_team->addItem(oneLine(one.name), one.id.uuid());
        }
        m_team->setCurrentIndex(std::max(0, m_team->findData(team ? team->uuid() : QUuid())));
    }
    fillWorkers();
    showDataAge(people);
    m_states->showContent();
    m_stale = true;
    if (isVisible()) {
        // The first time at once; later ones when a burst of changes is over.
        if (first || !m_shown) {
            ask();
        } else if (!m_later.isActive()) {
            m_later.start();
        }
    }
}

void TeamPage::fillWorkers()
{
    const QSignalBlocker quiet(m_worker);
    const QVariant before = idOf(m_worker);
    const auto team = chosen<TeamId>(m_team);
    m_worker->clear();
    m_worker->addItem(tr("All workers"), QUuid());
    for (const User& user : m_people ? m_people->users : QList<User>()) {
        if (!team || user.teamId == team) {
            m_worker->addItem(oneLine(user.displayName), user.id.uuid());
        }
    }
    m_worker->setCurrentIndex(std::max(0, m_worker->findData(before)));
}

void TeamPage::showDataAge(const People& people)
{
    if (people.lastSyncError.isEmpty()) {
        m_dataAge->setText({});
    } else if (people.lastSyncAt.isValid()) {
        m_dataAge->setText(
            tr("Offline: these are the numbers of %1.").arg(timeInWords(people.lastSyncAt, m_services.clock.now())));
    } else {
        m_dataAge->setText(tr("Offline: these are the numbers of what this computer has."));
    }
}

NumbersQuestion TeamPage::question() const
{
    const auto kind = PeriodKind(idOf(m_period).toInt());
    const QTimeZone zone = m_people && m_people->agency ? zoneOf(m_people->agency->timeZone) : QTimeZone::utc();
    const QDateTime now = m_services.clock.now();
    const Qt::DayOfWeek firstDay = QLocale().firstDayOfWeek();
    Period period = periodOf(kind, now.toTimeZone(zone).date(), firstDay);
    if (kind == PeriodKind::Custom) {
        period = {std::min(m_from->date(), m_to->date()), std::max(m_from->date(), m_to->date())};
    }
    return {.kind = kind,
            .period = period,
            .firstDayOfWeek = firstDay,
            .zone = zone,
            .team = chosen<TeamId>(m_team),
            .worker = chosen<UserId>(m_worker),
            .now = now};
}

QString TeamPage::scope() const
{
    if (chosen<UserId>(m_worker)) {
        return tr("Worker: %1").arg(m_worker->currentText());
    }
    return chosen<TeamId>(m_team) ? tr("Team: %1").arg(m_team->currentText()) : tr("All teams");
}

void TeamPage::ask()
{
    m_later.stop();
    if (!m_people) {
        return;
    }
    m_stale = false;
    m_slow.start();
    m_loader->ask(question());
}

void TeamPage::showNumbers(const Numbers& numbers)
{
    m_slow.stop();
    m_progressRow->hide();
    m_shown = numbers.question;
    m_report = reportOf(numbers, scope());
    m_periodWords->setText(u"%1 · %2"_s.arg(m_report.title, m_report.period));
    showTiles(m_report);
    for (qsizetype i = 0; i < m_chartCards.size(); ++i) {
        m_chartCards[i]->show(m_report.sections[i]);
    }
    m_activity->show(numbers.figure(Measure::Activity));
    m_export->setEnabled(true);
}

void TeamPage::showTiles(const Report& report)
{
    for (qsizetype i = 0; i < m_tileButtons.size(); ++i) {
        fillTile(m_tileButtons[i], report.tiles[i]);
    }
    fitTiles();
}

void TeamPage::fitTiles()
{
    // A title that needs two lines makes all as high as itself.
    int tallest = 0;
    for (const QPushButton* tile : std::as_const(m_tileButtons)) {
        tallest = std::max(tallest, tile->layout()->totalHeightForWidth(tile->width()));
    }
    for (QPushButton* tile : std::as_const(m_tileButtons)) {
        tile->setFixedHeight(tallest);
    }
}

void TeamPage::openFigure(const Figure& figure, const QString& title)
{
    auto* dialog = new FigureDialog(m_services, figure, title, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FigureDialog::openReferral, this, &TeamPage::openReferral);
    dialog->open();
}

Result<void> TeamPage::exportCsv(const QString& path, bool withMark) const
{
    return writeCsv(m_report, withMark, path);
}

Result<void> TeamPage::exportPdf(const QString& path) const
{
    const QString program = m_people && m_people->agency ? m_people->agency->programName : QString();
    return writePdf(m_report, {program, asOf(m_services.clock.now())}, font(), path);
}

void TeamPage::chooseFile(bool csv)
{
    auto* dialog = new QFileDialog(this, csv ? tr("Save Numbers as CSV") : tr("Save Report as PDF"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"teamFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(csv ? u"csv"_s : u"pdf"_s);
    dialog->setNameFilter(csv ? tr("CSV files (*.csv)") : tr("PDF files (*.pdf)"));
    dialog->selectFile(tr("team report"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, csv](const QString& path) {
        tellExport(csv ? exportCsv(path, m_withMark->isChecked()) : exportPdf(path), path);
    });
    dialog->open();
}

void TeamPage::tellExport(const Result<void>& written, const QString& path)
{
    if (written.ok()) {
        AccessLog::tookAlong(m_services, this, Access::Deed::Exported);
        m_notice->say(Notice::Tone::Good, tr("The report is saved in %1.").arg(path));
    } else {
        m_notice->say(Notice::Tone::Bad, written.error().sentence);
    }
}

void TeamPage::print()
{
    if (m_report.sections.isEmpty()) {
        return;
    }
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"teamPrintDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer] {
        const QString program = m_people && m_people->agency ? m_people->agency->programName : QString();
        const QDateTime now = m_services.clock.now();
        paintReport(m_report, {program, asOf(now)}, font(), *printer);
        AccessLog::tookAlong(m_services, this, Access::Deed::Printed);
    });
    dialog->open();
}

void TeamPage::layOut()
{
    const bool two = width() >= scaled(1000);
    const int tilesInRow = width() >= scaled(940) ? tilesCount : (width() >= scaled(460) ? 3 : 2);
    for (int i = 0; i < m_tileButtons.size(); ++i) {
        m_tiles->addWidget(m_tileButtons[i], i / tilesInRow, i % tilesInRow);
    }
    for (int i = 0; i < tilesCount; ++i) {
        m_tiles->setColumnStretch(i, i < tilesInRow ? 1 : 0);
    }
    // Those with many columns, in table or chart, have the whole width.
    int row = 0;
    int column = 0;
    for (ChartCard* card : std::as_const(m_chartCards)) {
        const bool whole = card->objectName() == "answersCard"_L1 || card->objectName() == "optoutsCard"_L1;
        if (whole && column > 0) {
            ++row;
            column = 0;
        }
        m_cards->addWidget(card, row, column, 1, two && whole ? 2 : 1);
        column = two && !whole ? 1 - column : 0;
        row += column == 0 ? 1 : 0;
    }
    m_cards->setColumnStretch(0, 1);
    m_cards->setColumnStretch(1, two ? 1 : 0);
}

void TeamPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        ask();
    }
}

void TeamPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
    fitTiles();
}

} // namespace handrail::ui
