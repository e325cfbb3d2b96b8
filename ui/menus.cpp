// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

Menus::Menus(QMenuBar* bar)
    : QObject(bar)
    , file(bar->addMenu(tr("&File")))
    , edit(bar->addMenu(tr("&Edit")))
    , view(bar->addMenu(tr("&View")))
    , help(bar->addMenu(tr("&Help")))
{
    newReferral = add(file, u"newReferral"_s, tr("&New Referral…"), QKeySequence::New,
                      tr("Refers the chosen client to what is in the basket"));
    addClient = add(file, u"menuAddClient"_s, tr("&Add Client…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                    tr("Adds a person to help"));
    importClients = add(file, u"menuImportClients"_s, tr("&Import Clients…"), {},
                        tr("Brings clients in from a CSV file or address cards"));
    duplicates = add(edit, u"menuDuplicates"_s, tr("Possible &Duplicates…"), {},
                     tr("Clients who may stand here twice, to compare and merge"));
    lock = add(file, u"lock"_s, tr("&Lock Handrail"), QKeySequence(Qt::CTRL | Qt::Key_L),
               tr("Hides everything until your password is typed"));
    quit = add(file, u"quit"_s, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), tr("Closes Handrail"));
    quit->setMenuRole(QAction::QuitRole);
    file->insertSeparator(lock);
    findAnything = add(edit, u"findAnything"_s, tr("Find &Anything…"), QKeySequence(Qt::CTRL | Qt::Key_K),
                       tr("Clients, referrals, resources, and all that Handrail can do"));
    findHere = add(edit, u"findHere"_s, tr("&Find on This Page"), QKeySequence::Find, tr("Goes to the search field"));
    showPhones = add(view, u"showPhones"_s, tr("Show &Phone Numbers"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
                     tr("Shows phone numbers in lists whole for a minute"));
    showPhones->setCheckable(true);
    showPhones->setVisible(false);
    view->addSeparator();
    contents = add(help, u"helpContents"_s, tr("&Help"), QKeySequence(Qt::Key_F1), tr("Explains the page you are on"));
    keys = add(help, u"helpKeys"_s, tr("&Keyboard Shortcuts"), {}, tr("All keys on one page"));
    help->addSeparator();
    about = add(help, u"about"_s, tr("A&bout Handrail"), {}, tr("Version and licences"));
    about->setMenuRole(QAction::AboutRole);
}

QAction* Menus::add(QMenu* menu, const QString& name, const QString& label, const QKeySequence& keySequence,
                    const QString& tip)
{
    auto* action = menu->addAction(label);
    action->setObjectName(name);
    action->setShortcut(keySequence);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    return action;
}

QAction* Menus::addPage(int number, const QString& label)
{
    QKeySequence keySequence;
    if (number < 9) {
        keySequence = QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + number));
    }
    return add(view, u"view%1"_s.arg(number + 1), label, keySequence, label);
}

QList<QAction*> Menus::commands() const
{
    QList<QAction*> all;
    for (const QMenu* menu : {file, edit, view, help}) {
        for (QAction* action : menu->actions()) {
            if (!action->isSeparator() && !action->menu() && action != findAnything) {
                all.append(action);
            }
        }
    }
    return all;
}

} // namespace handrail::ui
