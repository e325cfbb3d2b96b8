// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QIcon>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Handrail"));
    auto* mark = new QLabel;
    mark->setPixmap(QIcon(u":/handrail/icons/handrail.svg"_s).pixmap(64, 64));
    auto* words = new QVBoxLayout;
    words->addWidget(makeLabel(u"Handrail"_s, u"title"_s));
    words->addWidget(makeLabel(tr("Version %1, with Qt %2")
                                   .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())),
                               u"muted"_s));
    words->addWidget(makeLabel(tr("Closes the loop on social-care referrals. Free software under the GNU General "
                                  "Public License, version 3 or later; it comes without any warranty."),
                               {}, true));
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(mark, 0, Qt::AlignTop);
    top->addLayout(words, 1);

    auto* notices = new QTextBrowser;
    identify(notices, u"licences"_s, tr("Licences of what Handrail stands on"));
    QFile file(u":/handrail/NOTICES"_s);
    if (file.open(QIODevice::ReadOnly)) {
        notices->setPlainText(QString::fromUtf8(file.readAll()));
    }
    auto* buttons = new QDialogButtonBox;
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    identify(close, u"closeAbout"_s, tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->setContentsMargins(24, 24, 24, 16);
    column->addLayout(top);
    column->addWidget(makeLabel(tr("Licences of what Handrail stands on"), u"section"_s));
    column->addWidget(notices, 1);
    column->addWidget(buttons);
    resizeOnScreen(this, {640, 510});
}

} // namespace handrail::ui
