// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/recoverycodesview.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

RecoveryCodesView::RecoveryCodesView(QWidget* parent)
    : QWidget(parent)
    , m_list(makeLabel({}))
    , m_copied(makeLabel({}, u"muted"_s, true))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(scaled(8));
    column->addWidget(makeLabel(tr("Keep these recovery codes"), u"strong"_s, true));
    column->addWidget(
        makeLabel(tr("If your phone is lost, each of them signs you in once. They are not shown again: print "
                     "them or put them into a password manager, away from the phone."),
                  {}, true));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(m_list->font().pointSizeF());
    m_list->setFont(font);
    m_list->setObjectName(u"recoveryCodes"_s);
    m_list->setAccessibleName(tr("Recovery codes"));
    m_list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_list->setAlignment(Qt::AlignCenter);
    auto* frame = makeFrame(u"card"_s, 16);
    layoutOf(frame)->addWidget(m_list);
    column->addWidget(frame);
    column->addWidget(m_copied);
    m_copied->setObjectName(u"recoveryCodesCopied"_s);
    m_copied->hide();
    auto* row = new QHBoxLayout;
    auto* copy = makeButton(u"copyRecoveryCodes"_s, tr("Copy"));
    auto* done = makeButton(u"keptRecoveryCodes"_s, tr("I Have Kept Them"), ButtonKind::Primary);
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(done);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_codes.join(u'\n'));
        m_copied->setText(tr("Copied. Paste them where only you can read them."));
        m_copied->show();
    });
    connect(done, &QPushButton::clicked, this, &RecoveryCodesView::kept);
    setFocusProxy(copy);
}

void RecoveryCodesView::show(const QStringList& codes)
{
    m_codes = codes;
    m_copied->hide();
    m_list->setText(codes.join(u'\n'));
    QWidget::show();
}

} // namespace handrail::ui
