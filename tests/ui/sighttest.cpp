// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/snapshotstate.h"
#include "tests/ui/screens.h"
#include "ui/dialogs/finder.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <algorithm>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Reads anew when it is told to, not only when the store's version grows.
class ReadableWindow : public ui::MainWindow
{
public:
    using MainWindow::MainWindow;
    using MainWindow::refresh;
};

struct Window
{
    Desktop desktop;
    ReadableWindow window{desktop.services, 10};
    SyncStore& sync = desktop.store.sync();

    Window()
    {
        window.show();
        QApplication::setActiveWindow(&window);
        settle();
    }
    QString syncWords() { return must<QLabel>(&window, "syncState")->text(); }
};

} // namespace

TEST_CASE("a snapshot that comes says how many clients are here, and the window can be used", "[ui][sight]")
{
    Window it;
    mustWork(it.sync.beginSnapshot(SnapshotState{.clients = 12300, .of = 40000}.toText()));
    it.window.refresh();
    waitFor([&] { return it.syncWords() == u"Getting your clients: 12,300 of 40,000"_s; });
    CHECK(must<QLabel>(&it.window, "syncState")->toolTip().contains(u"You can work meanwhile"_s));
    CHECK(must<QPushButton>(&it.window, "chooseClient")->isEnabled());
    shot(&it.window, "snapshot");

    SECTION("offline in the middle, it says both")
    {
        mustWork(it.sync.setFact(u"last_sync_error"_s, u"The server can't be reached."_s));
        mustWork(it.sync.setFact(u"offline_since"_s,
                                 QString::number(it.desktop.clock.now().toMSecsSinceEpoch())));
        it.window.refresh();
        waitFor([&] { return it.syncWords().startsWith(u"Getting your clients: 12,300 of 40,000 - offline since"_s); });
    }
    SECTION("afterwards all is as ever")
    {
        QList<Change> all;
        for (auto table = it.desktop.store.records().tables.cbegin(); table != it.desktop.store.records().tables.cend();
             ++table)
            for (auto record = table->cbegin(); record != table->cend(); ++record)
                all.append({ChangeId(record.key()), table.key(), record.key(), {}, *record});
        mustWork(it.sync.mergeSnapshot(all, SnapshotState{.clients = 40000, .of = 40000, .isWhole = true}.toText()));
        mustHave(it.sync.finishSnapshot(7, u"1"_s));
        it.window.refresh();
        waitFor([&] { return !it.syncWords().startsWith(u"Getting"_s); });
    }
}

TEST_CASE("a client who is being worked with and leaves this computer is let go of", "[ui][sight]")
{
    Window it;
    QTest::keyClick(&it.window, Qt::Key_K, Qt::ControlModifier);
    auto* finder = must<ui::Finder>(&it.window, "finder");
    auto* field = must<QLineEdit>(finder, "finderField");
    type(field, u"mar lop"_s);
    waitFor([&] { return must<QListView>(finder, "finderList")->model()->index(0, 0).data() == u"Maria Lopez"_s; });
    QTest::keyClick(field, Qt::Key_Return);
    waitFor([&] { return must<QLabel>(&it.window, "workingWith")->text() == u"Working with Maria Lopez"_s; });

    // A snapshot without her.
    mustWork(it.sync.beginSnapshot(SnapshotState{}.toText()));
    QList<Change> others;
    for (const QString& entity : {u"agency"_s, u"user"_s, u"resource_site"_s}) {
        const auto table = it.desktop.store.records().tables.value(entity);
        for (auto record = table.cbegin(); record != table.cend(); ++record)
            others.append({ChangeId(record.key()), entity, record.key(), {}, *record});
    }
    mustWork(it.sync.mergeSnapshot(others, SnapshotState{.isWhole = true}.toText()));
    mustHave(it.sync.finishSnapshot(7, u"2"_s));
    it.window.refresh();
    waitFor([&] { return must<QLabel>(&it.window, "workingWith")->text() == u"No client chosen"_s; });
    waitFor([&] {
        const auto labels = it.window.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [](QLabel* label) { return label->text() == u"This client is not here any more"_s; });
    });
    shot(&it.window, "client-left");
    it.window.refresh();
    settle();
}
