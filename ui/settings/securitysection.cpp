// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/securitysection.h"

#include "ui/securityservices.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/views/wrappingcheckbox.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

SecuritySection::SecuritySection(Services services)
    : SettingsSection(services, u"securitySettings"_s, tr("Security"),
                      tr("For you on this computer. What you choose is kept at once."))
    , m_lockAfter(new QComboBox)
    , m_passphrase(new QWidget)
{
    for (const int minutes : casework::lockMinutes()) {
        m_lockAfter->addItem(minutes == 0 ? tr("Never by itself") : tr("After %n minute(s)", nullptr, minutes), minutes);
    }
    addField(column(), m_lockAfter, u"lockAfter"_s, tr("Lock Handrail when nobody uses it"));
    m_fixed = makeLabel({}, u"muted"_s, true);
    m_fixed->setObjectName(u"lockFixed"_s);
    column()->addWidget(m_fixed);
    addHint(column(), tr("It also locks with the computer, and at once by Ctrl+L. What you were working on is kept."));
    column()->addSpacing(scaled(8));
    column()->addWidget(makeLabel(tr("What others may see"), u"strong"_s, true));
    m_mask = addChoice(u"maskPhones"_s, tr("Show phone numbers in lists masked, like (•••) •••-••53"));
    addHint(column(), tr("View > Show Phone Numbers shows them for a minute. A client’s own page always has them whole."));
    m_names = addChoice(u"securityNames"_s, tr("Notifications of the desktop say the client’s name"));
    m_hide = addChoice(u"hideFromScreenshots"_s, tr("Keep Handrail out of screenshots and shared screens"));
    m_cannotHide = makeLabel(tr("This computer’s system has no way to keep a window out of screenshots."), u"muted"_s, true);
    column()->addWidget(m_cannotHide);
    makePassphrase();
    makeKey();
    column()->addStretch(1);
    connect(m_lockAfter, &QComboBox::currentIndexChanged, this, &SecuritySection::keep);
}

QCheckBox* SecuritySection::addChoice(const QString& name, const QString& label)
{
    auto* box = new WrappingCheckBox;
    box->setWords(label);
    identify(box, name, label);
    column()->addWidget(box);
    connect(box, &QCheckBox::toggled, this, &SecuritySection::keep);
    return box;
}

void SecuritySection::makePassphrase()
{
    auto* into = new QVBoxLayout(m_passphrase);
    into->setContentsMargins(0, scaled(8), 0, 0);
    into->addWidget(makeLabel(tr("Passphrase"), u"strong"_s, true));
    addHint(into, tr("This computer has no keychain, so the key of your data is sealed under your passphrase. Nobody can "
                     "bring a forgotten one back."));
    m_before = new QLineEdit;
    m_after = new QLineEdit;
    m_again = new QLineEdit;
    for (QLineEdit* field : {m_before, m_after, m_again}) {
        field->setEchoMode(QLineEdit::Password);
        field->setMaxLength(500);
    }
    m_beforeProblem = addField(into, m_before, u"passphraseBefore"_s, tr("Passphrase now"));
    m_afterProblem = addField(into, m_after, u"passphraseAfter"_s, tr("New passphrase"));
    m_againProblem = addField(into, m_again, u"passphraseAgain"_s, tr("New passphrase once more"));
    m_change = makeButton(u"changePassphrase"_s, tr("Change Passphrase"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_change);
    row->addStretch(1);
    into->addLayout(row);
    connect(m_change, &QPushButton::clicked, this, &SecuritySection::changePassphrase);
    column()->addWidget(m_passphrase);
    m_passphrase->hide();
}

void SecuritySection::makeKey()
{
    column()->addSpacing(scaled(8));
    column()->addWidget(makeLabel(tr("Key of the data on this computer"), u"strong"_s, true));
    addHint(column(), tr("Clients’ data on this computer are encrypted. Make a new key where the old one may have been seen, "
                         "after a repair for example. Handrail starts anew for it."));
    auto* renew = makeButton(u"renewKey"_s, tr("Make a New Key…"));
    auto* row = new QHBoxLayout;
    row->addWidget(renew);
    row->addStretch(1);
    column()->addLayout(row);
    connect(renew, &QPushButton::clicked, this, &SecuritySection::askToRenewKey);
}

void SecuritySection::load()
{
    const bool canHide = security() && security()->canHideFromScreenshots();
    m_hide->setVisible(canHide);
    m_cannotHide->setVisible(!canHide);
    const auto fixed = security() ? security()->fixedLockMinutes() : std::nullopt;
    m_lockAfter->setEnabled(!fixed);
    m_fixed->setVisible(fixed.has_value());
    m_fixed->setText(fixed ? tr("Your organization has fixed this: after %n minute(s).", nullptr, *fixed) : QString());
    m_passphrase->setVisible(security() && security()->usesPassphrase());
    askStore(
        services().store, this,
        [worker = services().worker](LocalStore& store) { return casework::readPreferences(store, worker); },
        [this](const Result<casework::Preferences>& read) {
            if (!read.ok()) {
                notice().say(Notice::Tone::Bad, read.error().sentence);
                return;
            }
            m_kept = *read;
            m_showing = true;
            m_lockAfter->setCurrentIndex(std::max(0, m_lockAfter->findData(m_kept.lockAfterMinutes)));
            m_mask->setChecked(m_kept.maskPhones);
            m_names->setChecked(m_kept.namesInNotifications);
            m_hide->setChecked(m_kept.hideFromScreenshots);
            m_showing = false;
        });
}

casework::Preferences SecuritySection::chosen() const
{
    casework::Preferences made = m_kept;
    made.lockAfterMinutes = m_lockAfter->currentData().toInt();
    made.maskPhones = m_mask->isChecked();
    made.namesInNotifications = m_names->isChecked();
    made.hideFromScreenshots = m_hide->isChecked();
    return made;
}

void SecuritySection::keep()
{
    if (m_showing) {
        return;
    }
    m_kept = chosen();
    askStore(
        services().store, this,
        [worker = services().worker, kept = m_kept](LocalStore& store) {
            return casework::savePreferences(store, worker, kept);
        },
        [this](const Result<void>& saved) {
            if (!saved.ok()) {
                notice().say(Notice::Tone::Bad, saved.error().sentence);
            }
        });
}

void SecuritySection::changePassphrase()
{
    m_beforeProblem->setProblem(m_before->text().isEmpty() ? tr("Type the passphrase that you have now.") : QString());
    m_afterProblem->setProblem({});
    m_againProblem->setProblem(m_again->text() != m_after->text() ? tr("The two new passphrases differ.") : QString());
    if (!security() || !m_beforeProblem->text().isEmpty() || !m_againProblem->text().isEmpty()) {
        return;
    }
    m_change->setEnabled(false);
    security()->changePassphrase(m_before->text(), m_after->text(), this, [this](const Result<void>& changed) {
        m_change->setEnabled(true);
        if (changed.ok()) {
            for (QLineEdit* field : {m_before, m_after, m_again}) {
                field->clear();
            }
            notice().say(Notice::Tone::Good, tr("The passphrase is changed. The old one opens nothing any more."));
        } else if (changed.error().code == ErrorCode::Unauthorized) {
            m_beforeProblem->setProblem(changed.error().sentence);
        } else if (changed.error().code == ErrorCode::InvalidInput) {
            m_afterProblem->setProblem(changed.error().sentence);
        } else {
            notice().say(Notice::Tone::Bad, changed.error().sentence);
        }
    });
}

void SecuritySection::askToRenewKey()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("New Key"), tr("Make a new key for the data on this computer?"),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"renewKeyQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Handrail ends and starts anew; with many clients that takes a minute. Nothing is lost, not "
                               "even where the computer is switched off in the middle of it."));
    QPushButton* make = box->addButton(tr("Make a New Key"), QMessageBox::AcceptRole);
    make->setObjectName(u"renewKeyYes"_s);
    QPushButton* cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    connect(make, &QPushButton::clicked, this, [this] {
        if (security()) {
            security()->renewKey(this, [this](const Result<void>& asked) {
                if (!asked.ok()) {
                    notice().say(Notice::Tone::Bad, asked.error().sentence);
                }
            });
        }
    });
    box->open();
}

} // namespace handrail::ui
