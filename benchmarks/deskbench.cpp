// SPDX-License-Identifier: GPL-3.0-or-later
/// handrail-bench-desk: the desktop's window on a big store. keys FILE | scroll FILE | dialog FILE | pulled FILE measure and
/// print JSON; profile FOLDER ROWS makes a profile that the real desktop starts with, its key in the keychain.
#include "app/composition/profile.h"
#include "benchmarks/loopwatch.h"
#include "benchmarks/storeonthread.h"
#include "core/sync/session.h"
#include "ui/desksettings.h"
#include "ui/dialogs/referraldialog.h"
#include "ui/mainwindow.h"
#include "ui/models/pagedmodel.h"
#include "ui/theme.h"
#include "ui/translations.h"

#include <QApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::bench;

namespace {

struct NoAgent : ui::AgentNudge
{
    void lookNow() override {}
};
struct NoDecisions : ui::HeldMessages
{
    using HeldMessages::decide;
    void decide(const MessageId&, Decision, const QString&, QObject*, std::function<void(Result<void>)>) override {}
};
struct NoLinks : ui::PrintedLinks
{
    void askLink(const ui::PrintedLinkOrder&, QObject*, std::function<void(Result<QString>)>) override {}
    void listLinks(const ClientId&, QObject*, std::function<void(Result<QList<protocol::PrintedLink>>)>) override {}
    void revokeLink(const QString&, QObject*, std::function<void(Result<protocol::PrintedLink>)>) override {}
};

/// Runs the event loop until `condition`, which is asked after each thing that happens.
template <typename Condition>
void runUntil(Condition condition, const char* what)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        QEventLoop loop;
        QTimer::singleShot(1, &loop, &QEventLoop::quit);
        loop.exec();
        if (timer.elapsed() > 120000)
            stop(u"waited in vain for %1"_s.arg(QString::fromLatin1(what)));
    }
}

/// Runs the event loop until the signal comes.
template <typename Object, typename Signal>
void runUntilSignal(Object* object, Signal signal)
{
    QEventLoop loop;
    QObject::connect(object, signal, &loop, &QEventLoop::quit);
    QTimer::singleShot(120000, &loop, [] { stop(u"waited in vain for an answer"_s); });
    loop.exec();
}

/// The worker's window as it is in the program.
struct Window
{
    explicit Window(const QString& path)
        : store(path)
        , services{store, clock, ids, phones, agent, held, links, MadeUpAgency().worker()}
    {
        ui::useDeskSettings(folder.filePath(u"desk.ini"_s));
        ui::installTranslations(*qApp, u"en"_s);
        ui::applyTheme(*qApp, ui::Theme::light());
        window = std::make_unique<ui::MainWindow>(services);
        window->resize(1280, 800);
        window->show();
        runUntil([this] { return model("clientsList")->state() != ui::PagedModelBase::State::Loading; }, "clients");
    }
    template <typename T>
    T* find(const char* name)
    {
        T* found = window->findChild<T*>(QString::fromLatin1(name));
        if (found == nullptr)
            stop(u"no widget %1"_s.arg(QString::fromLatin1(name)));
        return found;
    }
    ui::PagedModelBase* model(const char* view)
    {
        auto* found = qobject_cast<ui::PagedModelBase*>(find<QAbstractItemView>(view)->model());
        if (found == nullptr)
            stop(u"%1 has no such model"_s.arg(QString::fromLatin1(view)));
        return found;
    }

    QTemporaryDir folder;
    tests::ManualClock clock;
    tests::SequentialIds ids{newWorld()};
    LibPhoneNumbers phones;
    NoAgent agent;
    NoDecisions held;
    NoLinks links;
    StoreOnThread store;
    ui::Services services;
    std::unique_ptr<ui::MainWindow> window;
};

double msOf(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void press(QWidget* widget, int key, const QString& text = {})
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(widget, &down);
    QCoreApplication::sendEvent(widget, &up);
}

/// One key in a search field, until its answer is in the list: ms.
double typeKey(QLineEdit* field, ui::PagedModelBase* model, const QString& text, LoopWatch& watch)
{
    QElapsedTimer timer;
    bool answered = false;
    const auto noted = QObject::connect(model, &ui::PagedModelBase::answered, model, [&] { answered = true; });
    timer.start();
    press(field, text.isEmpty() ? Qt::Key_Backspace : Qt::Key_A, text);
    watch.add(msOf(timer));
    while (!answered)
        runUntilSignal(model, &ui::PagedModelBase::answered);
    const double ms = msOf(timer);
    QObject::disconnect(noted);
    return ms;
}

QStringList words()
{
    return {u"maria garcia"_s, u"jo nun"_s, u"smith"_s, u"an an an"_s, u"lopabel"_s, u"torna ci"_s, u"se"_s};
}

QJsonObject keysIn(Window& it, const char* field, const char* list, ui::MainWindow::Page page)
{
    it.window->goTo(page);
    auto* edit = it.find<QLineEdit>(field);
    auto* model = it.model(list);
    edit->setFocus();
    runUntil([&] { return model->state() != ui::PagedModelBase::State::Loading; }, list);
    LoopWatch watch;
    QJsonArray keys;
    for (const QString& word : words()) {
        for (const QChar letter : word)
            keys.append(typeKey(edit, model, QString(letter), watch));
        for (qsizetype i = word.size(); i > 0; --i)
            keys.append(typeKey(edit, model, {}, watch));
    }
    return {{u"keys"_s, keys}, {u"block"_s, watch.take()}};
}

QJsonObject keys(const QString& path)
{
    Window it(path);
    return {{u"clients"_s, keysIn(it, "clientsSearch", "clientsList", ui::MainWindow::Clients)},
            {u"directory"_s, keysIn(it, "directorySearch", "directoryList", ui::MainWindow::Directory)},
            {u"referrals"_s, keysIn(it, "referralsSearch", "referralsTable", ui::MainWindow::Referrals)}};
}

/// Pages down through the referrals, then jumps: ms until the rows that are to be seen are there.
QJsonObject scroll(const QString& path)
{
    Window it(path);
    it.window->goTo(ui::MainWindow::Referrals);
    auto* table = it.find<QTableView>("referralsTable");
    auto* model = it.model("referralsTable");
    runUntil([&] { return model->rowCount() > 100; }, "referrals");
    LoopWatch watch;
    const auto shown = [&] {
        const int row = std::max(0, table->rowAt(table->viewport()->height() / 2));
        return model->index(row, 0).data(ui::KeyRole).isValid();
    };
    const auto moved = [&](const std::function<void()>& move) {
        QElapsedTimer timer;
        timer.start();
        move();
        table->viewport()->repaint();
        watch.add(msOf(timer));
        while (!shown())
            runUntilSignal(model, &QAbstractItemModel::dataChanged);
        return msOf(timer);
    };
    QJsonArray pages, jumps;
    table->setFocus();
    for (int i = 0; i < 300; ++i)
        pages.append(moved([&] { press(table, Qt::Key_PageDown); }));
    tests::SeededRandom random;
    for (int i = 0; i < 100; ++i)
        jumps.append(moved([&] {
            table->verticalScrollBar()->setValue(int(random.below(quint32(table->verticalScrollBar()->maximum()))));
        }));
    return {{u"pages"_s, pages}, {u"jumps"_s, jumps}, {u"block"_s, watch.take()}, {u"rows"_s, model->rowCount()}};
}

QJsonObject dialog(const QString& path)
{
    Window it(path);
    std::optional<std::pair<ClientId, QList<ResourceSiteId>>> whom;
    askStore(
        it.store, it.window.get(),
        [](LocalStore& store) {
            const auto row = must(store.clients().find({}, {2000, 1})).first();
            QList<ResourceSiteId> sites;
            for (const SiteRow& site : must(store.directory().find(SiteQuery{}, {0, 40})))
                if (sites.size() < 3 && must(store.referrals().openReferrals(row.id, site.id)).isEmpty())
                    sites.append(site.id);
            return std::pair(row.id, sites);
        },
        [&whom](const std::pair<ClientId, QList<ResourceSiteId>>& found) { whom = found; });
    runUntil([&] { return whom.has_value(); }, "a client");
    LoopWatch watch;
    QJsonArray opened;
    for (int i = 0; i < 30; ++i) {
        QElapsedTimer timer;
        timer.start();
        ui::ReferralDialog made(it.services, whom->first, whom->second, it.window.get());
        made.show();
        watch.add(msOf(timer));
        auto* button = made.findChild<QPushButton*>(u"confirmCreateReferrals"_s);
        runUntil([&] { return button->isEnabled(); }, "the dialog");
        opened.append(msOf(timer));
    }
    return {{u"opened"_s, opened}, {u"block"_s, watch.take()}};
}

/// Types while another connection, as the agent has it, applies 10,000 changes.
QJsonObject pulled(const QString& path)
{
    constexpr int changesInAll = 10000;
    Window it(path);
    it.window->goTo(ui::MainWindow::Clients);
    auto* edit = it.find<QLineEdit>("clientsSearch");
    auto* model = it.model("clientsList");
    std::atomic<bool> done = false;
    double seconds = 0;
    int applied = 0;
    std::thread agent([&] {
        LocalWorld world(path, newWorld());
        world.open();
        MadeUpAgency more(newWorld());
        more.beginning(100);
        const qint64 cursor = must(world.store().sync().cursor());
        QElapsedTimer timer;
        timer.start();
        while (applied < changesInAll) {
            const auto changes = more.clients(100); // about the 500 of a page of a pull
            must(world.store().sync().apply(changes, cursor + more.seq()));
            applied += int(changes.size());
        }
        seconds = msOf(timer) / 1000;
        done = true;
    });
    LoopWatch watch;
    QJsonArray keys;
    while (!done)
        for (const QString& word : words()) {
            for (const QChar letter : word)
                keys.append(typeKey(edit, model, QString(letter), watch));
            for (qsizetype i = word.size(); i > 0; --i)
                keys.append(typeKey(edit, model, {}, watch));
        }
    agent.join();
    return {{u"keys"_s, keys}, {u"block"_s, watch.take()}, {u"seconds"_s, seconds}, {u"changes"_s, applied}};
}

/// A profile that was signed in and pulled, as if long ago; the server's address leads nowhere.
QJsonObject profile(const QString& folder, int rows)
{
    auto made = must(composition::Profile::make({.directory = folder}));
    auto opened = must(made->openStore());
    LocalStore& store = *opened.store;
    MadeUpAgency agency;
    must(store.sync().apply(agency.beginning(std::clamp(rows / 10, 100, 10000)), agency.seq()));
    for (int done = 0; done < rows; done += 2000)
        must(store.sync().apply(agency.clients(std::min(2000, rows - done)), agency.seq()));
    const auto settings = must(store.agencies().agency());
    for (const auto& [name, value] : {std::pair(sync::facts::serverUrl, u"http://127.0.0.1:9"_s),
                                      std::pair(sync::facts::userId, agency.worker().toString()),
                                      std::pair(sync::facts::userName, u"Dana Reyes"_s),
                                      std::pair(sync::facts::userEmail, u"dana@miami-valley.example.org"_s),
                                      std::pair(sync::facts::agencyId, settings->id.toString())})
        must(store.sync().setFact(name, value));
    must(opened.secrets->write(QString::fromLatin1(sync::deviceTokenSecret), QByteArray(40, 't')));
    return {{u"rows"_s, rows}};
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"handrail"_s);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    const QString path = arguments.value(2);
    QJsonObject told;
    if (what == u"keys")
        told = keys(path);
    else if (what == u"scroll")
        told = scroll(path);
    else if (what == u"dialog")
        told = dialog(path);
    else if (what == u"pulled")
        told = pulled(path);
    else if (what == u"profile")
        told = profile(path, arguments.value(3).toInt());
    else
        stop(u"keys, scroll, dialog or pulled FILE; profile FOLDER ROWS"_s);
    std::puts(QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}
