// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"
#include "tests/ui/screens.h"
#include "ui/views/widgets.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

struct Importing
{
    QString write(const QByteArray& bytes, const QString& name = u"people.csv"_s)
    {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
    void open(const QByteArray& bytes)
    {
        dialog.show();
        dialog.open(write(bytes));
        waitFor([&] { return must<QPushButton>(&dialog, "importClients")->isVisible() && !reading(); });
        settle();
    }
    bool reading() { return must<QProgressBar>(&dialog, "importProgress")->isVisible(); }
    QString cell(int row, int column)
    {
        const QAbstractItemModel* model = must<QTableView>(&dialog, "importRows")->model();
        return model->index(row, column).data().toString();
    }
    int clients() { return mustHave(desktop.store.clients().count({})); }
    QString button() { return must<QPushButton>(&dialog, "importClients")->text(); }

    Desktop desktop;
    QTemporaryDir folder;
    ui::ImportDialog dialog{desktop.services};
};

constexpr auto people = "First Name,Last Name,Cell Phone,Email\n"
                        "Ana,Diaz,614-555-0200,ana@example.org\n"
                        "Jo,Brown,123,\n"
                        "Maria,Lopez,937-555-0101,\n"
                        "Cy,White,614-555-0201,\n";

} // namespace

TEST_CASE("import dialog: shows what would happen, and writes nothing before the button", "[ui][import]")
{
    Importing world;
    QAbstractItemModelTester tester(must<QTableView>(&world.dialog, "importRows")->model(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);
    world.open(people);
    shot(&world.dialog, "import-preview");
    CHECK(must<QTableView>(&world.dialog, "importRows")->model()->rowCount() == 4);
    CHECK(world.cell(0, 0) == u"2"_s);
    CHECK(world.cell(0, 1) == u"Ana Diaz"_s);
    CHECK(world.cell(1, 4).startsWith(u"Problem: "_s));
    CHECK(world.cell(2, 4) == u"Skip: Maria Lopez is here already"_s);
    CHECK(world.button() == u"Import 2 Clients"_s);
    CHECK(world.desktop.store.commits() == 0);
    CHECK(must<QPushButton>(&world.dialog, "importReport")->isVisible());

    SECTION("imports, says how many, and the same file again imports nobody")
    {
        QSignalSpy imported(&world.dialog, &ui::ImportDialog::imported);
        press(&world.dialog, "importClients");
        waitFor([&] { return imported.count() == 1; });
        CHECK(imported.first().first().toInt() == 2);
        CHECK(world.clients() == 3);
        CHECK(must<ui::Notice>(&world.dialog, "importNotice")->sentence() == u"2 clients were imported."_s);
        CHECK(world.button() == u"Close"_s);
        CHECK(world.desktop.agent.looks == 1);
        shot(&world.dialog, "import-done");
        world.open(people);
        CHECK(world.button() == u"Import 0 Clients"_s);
        CHECK_FALSE(must<QPushButton>(&world.dialog, "importClients")->isEnabled());
    }
    SECTION("a person decides otherwise about rows, by keyboard and buttons")
    {
        auto* table = must<QTableView>(&world.dialog, "importRows");
        table->selectRow(2);
        settle();
        CHECK(must<QLabel>(&world.dialog, "importAbout")->text().contains(u"Same phone number · Same name"_s));
        press(&world.dialog, "importUpdate");
        CHECK(world.cell(2, 4) == u"Update Maria Lopez"_s);
        CHECK(world.button() == u"Import 3 Clients"_s);
        table->selectAll();
        press(&world.dialog, "importSkip");
        CHECK(world.button() == u"Import 0 Clients"_s);
        press(&world.dialog, "importAnyway");
        CHECK(world.button() == u"Import 3 Clients"_s); // never the row with a problem
    }
    SECTION("a column that is sent elsewhere is read anew")
    {
        auto* box = must<QComboBox>(&world.dialog, "importColumn3");
        box->setCurrentIndex(0);
        Q_EMIT box->activated(0);
        settle();
        waitFor([&] { return !world.reading(); });
        settle();
        CHECK(world.cell(1, 4) == u"Import"_s);
        CHECK(world.cell(0, 3) == u"ana@example.org"_s);
    }
    SECTION("only rows with problems")
    {
        auto* show = must<QComboBox>(&world.dialog, "importShow");
        show->setCurrentIndex(3);
        Q_EMIT show->activated(3);
        CHECK(must<QTableView>(&world.dialog, "importRows")->model()->rowCount() == 1);
        CHECK(world.cell(0, 0) == u"3"_s);
    }
}

TEST_CASE("import dialog: files that can't be imported say so and offer another", "[ui][import]")
{
    Importing world;
    world.dialog.show();
    shot(&world.dialog, "import-start");
    auto* state = must<QLabel>(&world.dialog, "importState");
    world.dialog.open(world.folder.filePath(u"nothing.csv"_s));
    waitFor([&] { return state->text().startsWith(u"This file can’t be opened."_s); });
    world.dialog.open(world.write({}));
    waitFor([&] { return state->text() == u"This file is empty."_s; });
    CHECK(must<QPushButton>(&world.dialog, "importAction")->isVisible());
    CHECK_FALSE(must<QPushButton>(&world.dialog, "importClients")->isEnabled());
}

TEST_CASE("import dialog: a long file comes in slices, and Cancel stops between them", "[ui][import]")
{
    Importing world;
    QByteArray file = "First Name,Last Name,Phone\n";
    for (int i = 0; i < 250; ++i) {
        file += QByteArray("P") + QByteArray::number(i) + ",Q" + QByteArray::number(i * 7919) + ",614-555-" +
                QByteArray::number(1000 + i) + "\n";
    }
    world.open(file);
    CHECK(world.button() == u"Import 250 Clients"_s);
    // The first slice is written, then a person presses Cancel.
    QTest::mouseClick(must<QPushButton>(&world.dialog, "importClients"), Qt::LeftButton);
    CHECK(world.reading());
    QTest::mouseClick(must<QPushButton>(&world.dialog, "cancel"), Qt::LeftButton);
    waitFor([&] {
        return must<ui::Notice>(&world.dialog, "importNotice")->sentence().startsWith(u"Stopped: 100 clients"_s);
    });
    CHECK(world.clients() == 101);
    CHECK(world.dialog.isVisible());
    // Those who are here are skipped now.
    waitFor([&] { return !world.reading() && world.button() == u"Import 150 Clients"_s; });
}

TEST_CASE("import dialog: a disk that fails in the middle loses nothing that was said to be there", "[ui][import]")
{
    Importing world;
    world.open(people);
    world.desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
    press(&world.dialog, "importClients");
    waitFor([&] { return must<ui::Notice>(&world.dialog, "importNotice")->isVisible(); });
    CHECK(must<ui::Notice>(&world.dialog, "importNotice")->sentence().contains(u"The disk is full."_s));
    CHECK(world.clients() == 1);
}
