// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screens.h"
#include "ui/dialogs/clientdialog.h"
#include "ui/mainwindow.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

TEST_CASE("hostile input: a paste of 10 MB", "[ui][hostile]")
{
    Desktop desktop;
    const QString huge(10 * 1024 * 1024, u'x');

    SECTION("into a name is refused with a sentence beside the field")
    {
        ui::ClientDialog dialog(desktop.services, std::nullopt);
        dialog.show();
        settle();
        auto* name = must<QLineEdit>(&dialog, "givenName");
        QGuiApplication::clipboard()->setText(huge);
        name->setFocus();
        name->paste();
        press(&dialog, "saveClient");
        CHECK(must<ui::ProblemLabel>(&dialog, "givenNameProblem")->text() ==
              u"This is too long for a name: it may have 200 characters."_s);
        CHECK(dialog.isVisible());
    }
    SECTION("into a note is cut, and said")
    {
        ui::NoteEdit note;
        bool cut = false;
        QObject::connect(&note, &ui::NoteEdit::cut, &note, [&] { cut = true; });
        QGuiApplication::clipboard()->setText(huge);
        note.paste();
        CHECK(cut);
        CHECK(note.toPlainText().size() <= ui::NoteEdit::longest);
    }
    SECTION("into a search does not stop the window")
    {
        ui::MainWindow window(desktop.services, 10);
        window.show();
        auto* search = must<QLineEdit>(&window, "clientsSearch");
        QGuiApplication::clipboard()->setText(huge);
        search->paste();
        auto* state = must<QLabel>(&window, "clientsState");
        waitFor([&] { return state->text() == u"No client has these words in a name, phone or email."_s; });
    }
}

TEST_CASE("hostile input: names that a list must bear", "[ui][hostile]")
{
    Desktop desktop;
    Client client = desktop.office.client;
    client.givenName = u"<b>Eve</b>\n\n"_s + QString(150, u'W');
    client.familyName = u"\u202Etxt.exe"_s;
    desktop.store.put("client", client.id.uuid(), client);
    ui::MainWindow window(desktop.services, 10);
    window.show();
    auto* list = must<QListView>(&window, "clientsList");
    waitFor([&] { return list->model()->rowCount() == 1; });
    list->setCurrentIndex(list->model()->index(0, 0));
    waitFor([&] { return must<QLabel>(&window, "workingWith")->text().startsWith(u"Working with <b>Eve</b> W"_s); });
    CHECK(must<QLabel>(&window, "workingWith")->textFormat() == Qt::PlainText);
    CHECK_FALSE(list->model()->index(0, 0).data().toString().contains(u'\n'));
    CHECK(ui::oneLine(QString(10'000'000, u'x')).size() < 400);
    shot(&window, "hostile-name");
    // The window stays as wide as its screen, whatever a name holds.
    CHECK(window.width() <= 1400);
}
