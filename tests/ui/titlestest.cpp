// SPDX-License-Identifier: GPL-3.0-or-later
// What task bars, window lists and other programs read of Handrail's windows: nothing of a client.
#include "core/domain/records/codec.h"
#include "tests/ui/screens.h"
#include "ui/dialogs/clientdialog.h"
#include "ui/dialogs/printedlinksdialog.h"
#include "ui/dialogs/referraldialog.h"
#include "ui/dock/basketdock.h"
#include "ui/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// Every title that any window ever had, and every icon's text.
class TitleCatcher : public QObject
{
public:
    TitleCatcher() { qApp->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto type = event->type();
        if (watched->isWidgetType() && (type == QEvent::WindowTitleChange || type == QEvent::Show)) {
            titles.append(static_cast<QWidget*>(watched)->windowTitle());
        }
        return false;
    }
    QStringList titles;
};

} // namespace

TEST_CASE("titles: no window's title names a client", "[ui][leaks]")
{
    TitleCatcher catcher;
    Desktop desktop;
    Client client = desktop.office.client;
    client.givenName = u"Xiomaraquixote"_s;
    client.familyName = u"Zyzzogetonshire"_s;
    desktop.store.put("client", client.id.uuid(), client);
    desktop.fillBasket(2);
    ui::MainWindow window(desktop.services);
    window.show();
    window.chosen().choose(client.id);
    settle();
    for (int page = ui::MainWindow::Home; page <= ui::MainWindow::Settings; ++page) {
        window.goTo(ui::MainWindow::Page(page));
        settle();
    }
    window.findChild<ui::BasketDock*>()->setFloating(true); // a window of its own then
    settle();
    ui::ReferralDialog referral(desktop.services, client.id, desktop.office.siteIds(), &window);
    referral.show();
    settle();
    press(&referral, "confirmCreateReferrals");
    settle();
    ui::ClientDialog edit(desktop.services, client, &window);
    edit.show();
    ui::PrintedLinksDialog links(desktop.services, client.id, client.fullName(), &window);
    links.show();
    settle();
    CHECK(catcher.titles.contains(u"Basket"_s)); // there is something to look at
    for (const QString& title : std::as_const(catcher.titles)) {
        CHECK_FALSE(title.contains(client.givenName));
        CHECK_FALSE(title.contains(client.familyName));
    }
}
