// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/accountsection.h"

#include "ui/settings/devicesbox.h"
#include "ui/settings/secondfactorbox.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int shortestPassword = 8; ///< As the server has it.

} // namespace

QString roleInWords(handrail::Role role)
{
    switch (role) {
    case handrail::Role::Worker:
        return AccountSection::tr("Worker");
    case handrail::Role::Supervisor:
        return AccountSection::tr("Supervisor");
    case handrail::Role::Administrator:
        return AccountSection::tr("Administrator");
    case handrail::Role::Agent:
        break;
    }
    return AccountSection::tr("Agent");
}

AccountSection::AccountSection(Services services)
    : SettingsSection(services, u"accountSettings"_s, tr("Account"), {})
    , m_facts(new QFormLayout)
    , m_secondFactor(new SecondFactorBox(services))
    , m_devices(new DevicesBox(services))
{
    m_facts->setHorizontalSpacing(scaled(24));
    m_facts->setVerticalSpacing(scaled(6));
    m_facts->setLabelAlignment(Qt::AlignLeft);
    column()->addLayout(m_facts);
    column()->addSpacing(scaled(16));
    makePassword();
    column()->addSpacing(scaled(16));
    column()->addWidget(m_secondFactor);
    column()->addSpacing(scaled(16));
    column()->addWidget(m_devices);
    column()->addSpacing(scaled(16));
    makeSignOut();
    const auto good = [this](const QString& sentence) { notice().say(Notice::Tone::Good, sentence); };
    const auto bad = [this](const QString& sentence) { notice().say(Notice::Tone::Bad, sentence); };
    connect(m_secondFactor, &SecondFactorBox::changed, this, good);
    connect(m_devices, &DevicesBox::trouble, this, bad);
    connect(m_devices, &DevicesBox::signedOut, this,
            [good](const QString& name) { good(tr("%1 is signed out.").arg(name)); });
    column()->addStretch(1);
}

void AccountSection::makePassword()
{
    column()->addWidget(makeLabel(tr("Change password"), u"strong"_s));
    addHint(column(), tr("Your other devices are signed out and ask for the new password. This one goes on."));
    const auto field = [] {
        auto* made = new QLineEdit;
        made->setEchoMode(QLineEdit::Password);
        made->setMaxLength(1024);
        return made;
    };
    m_old = field();
    m_new = field();
    m_again = field();
    m_oldProblem = addField(column(), m_old, u"oldPassword"_s, tr("Old Password"));
    m_newProblem = addField(column(), m_new, u"newPassword"_s, tr("New Password"));
    m_againProblem = addField(column(), m_again, u"newPasswordAgain"_s, tr("New Password Again"));
    m_change = makeButton(u"changePassword"_s, tr("Change Password"));
    column()->addWidget(m_change, 0, Qt::AlignLeft);
    connect(m_change, &QPushButton::clicked, this, &AccountSection::changePassword);
    connect(m_again, &QLineEdit::returnPressed, this, &AccountSection::changePassword);
}

void AccountSection::makeSignOut()
{
    column()->addWidget(makeLabel(tr("This computer"), u"strong"_s));
    m_signOut = makeButton(u"signOut"_s, tr("Sign Out…"));
    column()->addWidget(m_signOut, 0, Qt::AlignLeft);
    connect(m_signOut, &QPushButton::clicked, this, &AccountSection::askToSignOut);
}

Result<AccountSection::Reading> AccountSection::read(LocalStore& store, const UserId& worker)
{
    const auto user = store.agencies().user(worker);
    const auto teams = store.agencies().teams();
    const auto server = store.sync().fact(u"server_url"_s);
    const auto device = store.sync().fact(u"device_id"_s);
    const auto waiting = store.sync().outgoingCount();
    for (const Error* trouble : {user.ok() ? nullptr : &user.error(), teams.ok() ? nullptr : &teams.error(),
                                 server.ok() ? nullptr : &server.error(), device.ok() ? nullptr : &device.error(),
                                 waiting.ok() ? nullptr : &waiting.error()}) {
        if (trouble) {
            return *trouble;
        }
    }
    Reading made{.user = *user, .team = {}, .server = *server, .device = *device, .waiting = *waiting};
    for (const Team& team : *teams) {
        if (made.user && made.user->teamId == team.id) {
            made.team = team.name;
        }
    }
    return made;
}

void AccountSection::load()
{
    m_secondFactor->load();
    m_devices->load();
    askStore(
        services().store, this, [worker = services().worker](LocalStore& store) { return read(store, worker); },
        [this](const Result<Reading>& read) {
            if (read.ok()) {
                show(*read);
            } else {
                notice().say(Notice::Tone::Bad, read.error().sentence);
            }
        });
}

void AccountSection::show(const Reading& read)
{
    m_waiting = read.waiting;
    while (m_facts->rowCount() > 0) {
        m_facts->removeRow(0);
    }
    const auto fact = [this](const QString& name, const QString& caption, const QString& value) {
        auto* label = makeLabel(value.isEmpty() ? tr("not known yet") : value, {}, true);
        label->setObjectName(name);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_facts->addRow(makeLabel(caption, u"muted"_s), label);
    };
    fact(u"accountName"_s, tr("Name"), read.user ? oneLine(read.user->displayName) : QString());
    fact(u"accountEmail"_s, tr("Email"), read.user ? read.user->email : QString());
    fact(u"accountRole"_s, tr("Role"), read.user ? roleInWords(read.user->role) : QString());
    fact(u"accountTeam"_s, tr("Team"), read.team.isEmpty() ? tr("none") : oneLine(read.team));
    fact(u"accountServer"_s, tr("Server"), read.server);
    fact(u"accountDevice"_s, tr("This device"), u"%1 (%2)"_s.arg(QSysInfo::machineHostName(), read.device.left(8)));
}

void AccountSection::useSecurity(SecurityServices* security)
{
    SettingsSection::useSecurity(security);
    m_devices->useSecurity(security);
}

void AccountSection::changePassword()
{
    m_oldProblem->setProblem(m_old->text().isEmpty() ? tr("Enter the password that you have now.") : QString());
    m_newProblem->setProblem(m_new->text().size() < shortestPassword
                                 ? tr("A password needs at least %1 characters.").arg(shortestPassword)
                                 : QString());
    m_againProblem->setProblem(m_again->text() != m_new->text() ? tr("The two new passwords differ.") : QString());
    for (const ProblemLabel* problem : {m_oldProblem, m_newProblem, m_againProblem}) {
        if (!problem->text().isEmpty()) {
            return;
        }
    }
    if (!services().account) {
        return;
    }
    m_change->setEnabled(false);
    services().account->changePassword(m_old->text(), m_new->text(), this, [this](const Result<void>& changed) {
        m_change->setEnabled(true);
        if (changed.ok()) {
            for (QLineEdit* field : {m_old, m_new, m_again}) {
                field->clear();
            }
            notice().say(Notice::Tone::Good, tr("The password is changed. Your other devices are signed out."));
        } else if (changed.error().code == ErrorCode::NotAllowed) {
            m_oldProblem->setProblem(changed.error().sentence);
        } else {
            notice().say(Notice::Tone::Bad, changed.error().sentence);
        }
    });
}

void AccountSection::askToSignOut()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Sign Out"), tr("Sign out on this computer?"),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"signOutQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QString words =
        tr("Keep the data where you will sign in here again: it stays encrypted, and opens with your next "
           "sign-in. Wipe it where the computer goes to somebody else: clients and referrals are removed from "
           "this computer; the server keeps everything that was sent to it.");
    if (m_waiting > 0) {
        words += u"\n\n"_s +
                 tr("%n change(s) have not reached the server yet. Wiping loses them for good.", nullptr, m_waiting);
    }
    box->setInformativeText(words);
    QPushButton* keep = box->addButton(tr("Sign Out, Keep the Data"), QMessageBox::AcceptRole);
    QPushButton* wipe = box->addButton(tr("Sign Out and Wipe"), QMessageBox::DestructiveRole);
    QPushButton* stay = box->addButton(tr("Stay Signed In"), QMessageBox::RejectRole);
    keep->setObjectName(u"signOutKeep"_s);
    wipe->setObjectName(u"signOutWipe"_s);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, keep, wipe](const QAbstractButton* pressed) {
        if (pressed == keep) {
            signOut(AccountServices::LocalData::Keep);
        } else if (pressed == wipe) {
            signOut(AccountServices::LocalData::Wipe);
        }
    });
    box->open();
}

void AccountSection::signOut(AccountServices::LocalData wanted)
{
    if (!services().account) {
        return;
    }
    m_signOut->setEnabled(false);
    notice().say(Notice::Tone::Info, tr("Signing out…"));
    services().account->signOut(wanted, this, [this](const Result<void>& done) {
        m_signOut->setEnabled(true);
        if (!done.ok()) {
            notice().say(Notice::Tone::Bad, done.error().sentence);
        }
    });
}

} // namespace handrail::ui
