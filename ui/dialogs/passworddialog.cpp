// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/passworddialog.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

PasswordDialog::PasswordDialog(const QString& name, const QString& password, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"passwordDialog"_s);
    setWindowTitle(tr("New Password"));
    auto* field = new QLineEdit(password);
    identify(field, u"newPassword"_s, tr("New Password"));
    field->setReadOnly(true);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(field->font().pointSizeF() * 1.2);
    field->setFont(fixed);
    field->setMinimumWidth(QFontMetrics(fixed).horizontalAdvance(password) + scaled(32));
    auto* copy = makeButton(u"copyPassword"_s, tr("Copy"), ButtonKind::Plain, u"copy"_s);
    auto* done = makeButton(u"passwordDone"_s, tr("Done"), ButtonKind::Primary);
    auto* row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(16));
    column->setSpacing(scaled(12));
    column->addWidget(makeLabel(tr("New password for %1").arg(oneLine(name)), u"title"_s, true));
    column->addLayout(row);
    column->addWidget(makeLabel(tr("Hand it on in person or by phone. It is shown only now; they can change it under "
                                   "Settings, Account."),
                                u"muted"_s, true));
    column->addWidget(done, 0, Qt::AlignRight);
    connect(copy, &QPushButton::clicked, this, [password] { QGuiApplication::clipboard()->setText(password); });
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    field->selectAll();
}

} // namespace handrail::ui
