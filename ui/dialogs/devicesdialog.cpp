// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/devicesdialog.h"

#include "ui/settings/devicesbox.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

DevicesDialog::DevicesDialog(Services services, SecurityServices* security, const User& user, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"devicesDialog"_s);
    setWindowTitle(tr("Devices"));
    auto* notice = new Notice(u"devicesDialogNotice"_s);
    auto* devices = new DevicesBox(services, user);
    devices->useSecurity(security);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(devices);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Devices of %1").arg(oneLine(user.displayName)), u"heading"_s, true));
    column->addWidget(notice);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resizeOnScreen(this, {640, 520});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(devices, &DevicesBox::trouble, notice,
            [notice](const QString& sentence) { notice->say(Notice::Tone::Bad, sentence); });
    connect(devices, &DevicesBox::signedOut, notice, [notice](const QString& name) {
        notice->say(Notice::Tone::Good, DevicesDialog::tr("%1 is signed out.").arg(name));
    });
    devices->load();
}

} // namespace handrail::ui
