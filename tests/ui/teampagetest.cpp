// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/teampage.h"
#include "tests/support/teamworld.h"
#include "tests/ui/paper.h"
#include "tests/ui/screens.h"
#include "ui/statistics/chart.h"
#include "ui/statistics/chartcard.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// The screens' fixture dresses the application; the store is that of TeamWorld.
struct TeamDesk
{
    Desktop dressed;
    MemoryStore store;
    DirectRunner runner{store};
    TeamWorld world{store};
    ui::Services services{runner,        dressed.clock, dressed.ids,   dressed.phones,
                          dressed.agent, dressed.held,  dressed.links, world.users[3]};
    ui::TeamPage page{services};

    TeamDesk()
    {
        page.resize(1060, 760);
        page.show();
        waitFor([this] { return !label("teamPeriodWords").isEmpty(); });
    }
    QString label(const char* name) { return must<QLabel>(&page, name)->text(); }
    QString tile(int number)
    {
        return must<QPushButton>(&page, ("tile" + std::to_string(number)).c_str())->accessibleName();
    }
    void choose(const char* combo, const QString& text)
    {
        auto* box = must<QComboBox>(&page, combo);
        const int index = box->findText(text);
        INFO("no choice " << text);
        REQUIRE(index >= 0);
        box->setCurrentIndex(index);
        settle();
    }
    /// The period that TeamWorld's numbers are of, for all teams.
    void showEverything()
    {
        must<QDateEdit>(&page, "teamFrom")->setDate({2026, 9, 1});
        must<QDateEdit>(&page, "teamTo")->setDate({2026, 10, 5});
        choose("teamPeriod", u"From … to …"_s);
        choose("teamTeam", u"All teams"_s);
        waitFor([this] { return tile(0).startsWith(u"Referrals made: 7"_s); });
    }
    QAbstractItemModel* table(const char* name) { return must<QTableView>(&page, name)->model(); }
    QStringList row(const char* name, int row)
    {
        QStringList cells;
        for (int column = 0; column < table(name)->columnCount(); ++column) {
            cells.append(table(name)->index(row, column).data().toString());
        }
        return cells;
    }
};

} // namespace

TEST_CASE("team page: the numbers of a world that was counted by hand", "[ui][team]")
{
    TeamDesk desk;
    desk.showEverything();

    SECTION("at the top, with the period before")
    {
        CHECK(desk.tile(0) == u"Referrals made: 7, before: 1"_s);
        CHECK(desk.tile(1) == u"Services completed: 4, before: 0"_s);
        CHECK(desk.tile(2) == u"Days to service (median): 12, before: none"_s);
        CHECK(desk.tile(3) == u"Answer rate: 67 %, before: none"_s);
        CHECK(desk.tile(4) == u"Opt-outs: 3, before: 1"_s);
        CHECK(desk.tile(5) == u"Messages not sent: 2, before: 0"_s);
    }
    SECTION("in the table beside each chart")
    {
        CHECK(desk.row("statusTable", 3) == QStringList{u"Service Completed"_s, u"3"_s, u"43 %"_s, u"1"_s});
        CHECK(desk.row("answersTable", 0) ==
              QStringList{u"Texts"_s, u"4"_s, u"2"_s, u"1"_s, u"0"_s, u"1"_s, u"75 %"_s, u"none"_s});
        CHECK(desk.row("answersTable", 1) ==
              QStringList{u"Emails"_s, u"2"_s, u"0"_s, u"1"_s, u"0"_s, u"1"_s, u"50 %"_s, u"none"_s});
        CHECK(desk.row("daysTable", 1) == QStringList{u"8 to 14"_s, u"3"_s, u"0"_s});
        CHECK(desk.label("daysSummary") == u"Median: 12 days. The middle half took 10 to 15.8 days."_s);
        CHECK(desk.table("noTable")->rowCount() == 2);
        CHECK(desk.table("loadTable")->rowCount() == 3);
        CHECK(desk.label("loadSummary") == u"3 referrals are open, 1 of them quiet for 14 days."_s);
    }
    SECTION("and in the charts themselves")
    {
        auto* chart = must<QChartView>(&desk.page, "statusChart");
        const auto sets = chart->findChildren<QBarSet*>().isEmpty() ? chart->chart()->findChildren<QBarSet*>()
                                                                    : chart->findChildren<QBarSet*>();
        REQUIRE(sets.size() == 1);
        CHECK(sets.first()->sum() == 7);
        CHECK(chart->accessibleName() == u"Chart: Referrals by status"_s);
        CHECK(chart->accessibleDescription() == u"7 referrals were made, 3 of them are completed."_s);
        shot(&desk.page, "team");
    }
    SECTION("of a team, and of a worker")
    {
        desk.choose("teamTeam", u"East"_s);
        waitFor([&] { return desk.tile(0).startsWith(u"Referrals made: 5"_s); });
        CHECK(must<QComboBox>(&desk.page, "teamWorker")->findText(u"Ana Silva"_s) < 0);
        desk.choose("teamTeam", u"All teams"_s);
        desk.choose("teamWorker", u"Ana Silva"_s);
        waitFor([&] { return desk.tile(0).startsWith(u"Referrals made: 2"_s); });
        CHECK(desk.label("teamPeriodWords").startsWith(u"Worker: Ana Silva"_s));
    }
}

TEST_CASE("team page: every number opens its list, of exactly as many rows", "[ui][team]")
{
    TeamDesk desk;
    desk.showEverything();
    const auto rowsOfDialog = [&] {
        auto* dialog = must<QDialog>(&desk.page, "figureDialog");
        waitFor([&] { return !must<QLabel>(dialog, "figureCount")->text().isEmpty(); });
        settle();
        const int rows = must<QTableView>(dialog, "figureTable")->model()->rowCount();
        dialog->reject();
        delete dialog;
        return rows;
    };
    int opened = 0;
    for (const char* name : {"statusTable", "answersTable", "daysTable", "noTable", "optoutsTable", "loadTable"}) {
        auto* table = must<QTableView>(&desk.page, name);
        auto* model = qobject_cast<ui::ReportTableModel*>(table->model());
        REQUIRE(model);
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                if (!model->figureAt(index)) {
                    continue;
                }
                INFO(name << " " << row << " " << column);
                Q_EMIT table->activated(index);
                CHECK(rowsOfDialog() == index.data().toString().toInt());
                ++opened;
            }
        }
    }
    CHECK(opened == 44);
    for (const int tile : {0, 1, 4, 5}) {
        press(&desk.page, ("tile" + std::to_string(tile)).c_str());
        CHECK(desk.tile(tile).contains(u": %1, "_s.arg(rowsOfDialog())));
    }
}

TEST_CASE("team page: by keyboard from a number to its referral", "[ui][team]")
{
    TeamDesk desk;
    desk.showEverything();
    std::optional<ReferralId> opened;
    QObject::connect(&desk.page, &ui::TeamPage::openReferral, &desk.page,
                     [&opened](const ReferralId& id) { opened = id; });
    auto* table = must<QTableView>(&desk.page, "statusTable");
    QApplication::setActiveWindow(&desk.page);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(3, 1));
    QTest::keyClick(table, Qt::Key_Return);
    auto* dialog = must<QDialog>(&desk.page, "figureDialog");
    CHECK(dialog->windowTitle() == u"Referrals by status: Service Completed, Referrals"_s);
    auto* rows = must<QTableView>(dialog, "figureTable");
    waitFor([&] { return rows->currentIndex().isValid(); });
    shot(dialog, "team-figure");
    press(dialog, "openFigureReferral");
    REQUIRE(opened);
    CHECK(*opened == desk.world.referrals[2].id);
}

TEST_CASE("team page: is for those who lead a team", "[ui][team]")
{
    TeamDesk desk;
    SECTION("a supervisor begins with the own team")
    {
        CHECK(must<QComboBox>(&desk.page, "teamTeam")->currentText() == u"East"_s);
        CHECK(desk.label("teamPeriodWords").startsWith(u"Team: East"_s));
    }
    SECTION("a worker is told so, and sees no number")
    {
        ui::Services services = desk.services;
        services.worker = desk.world.users[0];
        ui::TeamPage page(services);
        QSignalSpy available(&page, &ui::TeamPage::availableChanged);
        page.show();
        waitFor([&] { return !available.isEmpty(); });
        CHECK_FALSE(available.last().first().toBool());
        CHECK_FALSE(must<QComboBox>(&page, "teamPeriod")->isVisible());
    }
    SECTION("offline it says from when the numbers are")
    {
        mustWork(desk.store.sync().setFact(u"last_sync_error"_s, u"The server can’t be reached."_s));
        mustWork(desk.store.sync().setFact(
            u"last_sync_at"_s, QString::number(desk.dressed.clock.now().addSecs(-3600).toMSecsSinceEpoch())));
        desk.page.refresh();
        waitFor([&] { return desk.label("teamDataAge") == u"Offline: these are the numbers of Today, 2:00 PM."_s; });
    }
    SECTION("the activity of the team is there too")
    {
        desk.showEverything();
        auto* list = must<QListView>(&desk.page, "teamActivity");
        waitFor([&] { return list->model()->rowCount() == 18; });
    }
}

TEST_CASE("team page: a long count shows how far it is and can be stopped", "[ui][team]")
{
    /// Keeps jobs until the test runs them.
    class HeldRunner : public StoreRunner
    {
    public:
        explicit HeldRunner(LocalStore& store)
            : m_store(store)
        {
        }
        void run(std::function<void(LocalStore&)> job) override { jobs.append(std::move(job)); }
        void runOne() { jobs.takeFirst()(m_store); }
        QList<std::function<void(LocalStore&)>> jobs;

    private:
        LocalStore& m_store;
    };

    Desktop dressed;
    MemoryStore store;
    const TeamWorld world(store);
    HeldRunner runner(store);
    ui::TeamPage page(
        {runner, dressed.clock, dressed.ids, dressed.phones, dressed.agent, dressed.held, dressed.links, world.users[3]});
    page.show();
    runner.runOne();
    settle();
    // One small question at a time: whatever else the desk asks comes in between.
    REQUIRE(runner.jobs.size() == 1);
    auto* progress = must<QProgressBar>(&page, "teamProgress");
    CHECK_FALSE(progress->isVisible());
    waitFor([&] { return progress->isVisible(); });
    runner.runOne();
    settle();
    CHECK(progress->value() == 1);
    CHECK(progress->maximum() > 10);
    press(&page, "teamCancel");
    CHECK_FALSE(progress->isVisible());
    while (!runner.jobs.isEmpty()) {
        runner.runOne();
        settle();
    }
    CHECK(must<QLabel>(&page, "teamPeriodWords")->text().isEmpty());
    CHECK(must<ui::Notice>(&page, "teamNotice")->sentence().startsWith(u"Counting was stopped."_s));
}

TEST_CASE("team page: what it shows can be taken along", "[ui][team]")
{
    TeamDesk desk;
    desk.showEverything();
    const QTemporaryDir folder;
    const auto read = [](const QString& path) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };

    SECTION("as CSV, with or without the mark for Excel")
    {
        const QString path = folder.filePath(u"numbers.csv"_s);
        mustWork(desk.page.exportCsv(path, false));
        const QByteArray plain = read(path);
        CHECK(plain.startsWith("All teams\r\n"));
        CHECK(plain.contains("Referrals made,7,before: 1\r\n"));
        CHECK(plain.contains("Service Completed,3,43 %,1\r\n"));
        CHECK(plain.count('\n') == plain.count("\r\n"));
        mustWork(desk.page.exportCsv(path, true));
        CHECK(read(path) == "\xef\xbb\xbf" + plain);
    }
    SECTION("as PDF")
    {
        const QString path = folder.filePath(u"report.pdf"_s);
        mustWork(desk.page.exportPdf(path));
        const QByteArray pdf = read(path);
        CHECK(pdf.startsWith("%PDF-1.4"));
        CHECK(pdf.size() > 20000);
        CHECK(pdfPages(path) >= 3);
        const QString words = pdfText(path);
        for (const QString& wanted : {u"All teams"_s, u"Referrals by status"_s, u"Answers by channel"_s,
                                      u"Resource sites where clients said No"_s, u"Opt-outs over time"_s})
            CHECK(words.contains(wanted));
        CHECK(words.contains(QRegularExpression(u"Service Completed\\s+3\\s+43 %"_s)));

        // By the print dialog it comes out alike.
        const QString printed = folder.filePath(u"printed.pdf"_s);
        for (QAction* action : desk.page.actions())
            if (action->text() == u"Print…"_s)
                action->trigger();
        printTo(&desk.page, printed);
        settle();
        CHECK(pdfPages(printed) == pdfPages(path));
        CHECK(pdfText(printed).contains(u"Referrals by status"_s));
        const QString keep = qEnvironmentVariable("HANDRAIL_SCREENSHOTS");
        if (!keep.isEmpty()) {
            QFile::copy(path, keep + u"/team-report.pdf"_s);
        }
    }
    SECTION("and where that is not possible it says why")
    {
        const auto refused = desk.page.exportCsv(folder.filePath(u"no/such/folder.csv"_s), false);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().sentence.endsWith(u"Choose another place or name."_s));
    }
}

TEST_CASE("charts: fills stand out from the ground and from one another", "[ui][team][theme]")
{
    for (const ui::Theme& theme : {ui::Theme::light(), ui::Theme::darkened(), ui::Theme::highContrast()}) {
        const auto colors = ui::chartColors(theme.dark);
        for (const QColor& color : colors) {
            INFO(color.name().toStdString());
            CHECK(ui::contrast(color, theme.surface) >= 3);
        }
    }
}

TEST_CASE("charts: on paper they are black and white, and patterns tell the series apart", "[ui][team]")
{
    ui::ReportSection section{.name = u"x"_s, .title = u"X"_s};
    section.categories = {u"A"_s, u"B"_s};
    section.series = {{u"One"_s, {3, 1}, {}}, {u"Two"_s, {2, 2}, {}}, {u"Three"_s, {1, 3}, {}}};
    const QImage image = ui::chartImage(section, {600, 300}, QFont());
    QSet<QRgb> colors;
    bool grey = true;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            grey = grey && std::abs(color.red() - color.green()) < 3 && std::abs(color.red() - color.blue()) < 3;
            colors.insert(color.rgb());
        }
    }
    CHECK(grey);
    CHECK(colors.size() > 3);
    const QString folder = qEnvironmentVariable("HANDRAIL_SCREENSHOTS");
    if (!folder.isEmpty()) {
        image.save(folder + u"/chart-print.png"_s);
    }
}

TEST_CASE("team page: in every look and at twice the size of text", "[ui][team]")
{
    const ui::Theme before = ui::theme();
    const auto grab = [](const ui::Theme& theme, int percent, const char* name) {
        ui::applyTheme(*qApp, theme, percent);
        TeamDesk desk;
        desk.showEverything();
        // What the main window leaves it on a screen of 1280 x 800.
        desk.page.resize(1280 - ui::scaled(208), 680);
        settle();
        auto* scroll = must<QScrollArea>(&desk.page, "teamScroll");
        // Nothing is wider than the page: everything can be reached by scrolling down.
        CHECK(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
        shot(&desk.page, name);
        scroll->widget()->resize(scroll->widget()->sizeHint());
        shot(scroll->widget(), (std::string(name) + "-whole").c_str());
    };
    grab(ui::Theme::light(), 100, "team-light");
    grab(ui::Theme::darkened(), 100, "team-dark");
    grab(ui::Theme::highContrast(), 100, "team-contrast");
    grab(ui::Theme::light(), 200, "team-200");
    ui::applyTheme(*qApp, before);
}
