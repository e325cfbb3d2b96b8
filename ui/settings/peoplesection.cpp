// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/peoplesection.h"

#include "ui/dialogs/devicesdialog.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/dialogs/persondialog.h"
#include "ui/models/peoplemodel.h"
#include "ui/theme.h"
#include "ui/views/flowlayout.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

PeopleSection::PeopleSection(Services services)
    : SettingsSection(services, u"peopleSettings"_s, tr("People"),
                      tr("Who signs in, with which role, and in which team."))
    , m_model(new PeopleModel(services.admin, services.clock, this))
    , m_list(new SearchList(u"people"_s, tr("Search people"), tr("People"), m_model, RowDelegate::Lead::Initials,
                            {u"team"_s, tr("Nobody yet"), tr("Add the first person who signs in."), {},
                             tr("Nobody has that name, email, role or team.")}))
    , m_content(new QWidget)
    , m_edit(makeButton(u"editPerson"_s, tr("Edit…"), ButtonKind::Plain, u"edit"_s))
    , m_password(makeButton(u"newPersonPassword"_s, tr("New Password…")))
    , m_factor(makeButton(u"resetSecondFactor"_s, tr("Reset Second Factor…")))
    , m_devices(makeButton(u"personDevices"_s, tr("Devices…")))
    , m_toggle(makeButton(u"togglePerson"_s, tr("Disable…")))
{
    auto* add = makeButton(u"addPerson"_s, tr("Add Person…"), ButtonKind::Primary, u"add"_s);
    auto* buttons = new QWidget;
    auto* row = new FlowLayout(scaled(8), buttons);
    for (QPushButton* button : {add, m_edit, m_password, m_factor, m_devices, m_toggle}) {
        row->addWidget(button);
    }
    m_list->setMinimumHeight(fontMetrics().height() * 16);
    auto* inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(scaled(8));
    inside->addWidget(buttons);
    inside->addWidget(m_list, 1);
    column()->addWidget(m_content, 1);
    column()->addStretch();
    m_content->hide();
    connect(add, &QPushButton::clicked, this, [this] { edit(true); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(false); });
    connect(m_password, &QPushButton::clicked, this, &PeopleSection::resetPassword);
    connect(m_factor, &QPushButton::clicked, this, &PeopleSection::resetSecondFactor);
    connect(m_devices, &QPushButton::clicked, this, &PeopleSection::showDevices);
    connect(m_toggle, &QPushButton::clicked, this, &PeopleSection::toggle);
    connect(m_list, &SearchList::searched, m_model, &PeopleModel::search);
    connect(m_list->list(), &QListView::activated, this, [this] { edit(false); });
    connect(m_list->selection(), &KeyedSelection::keyChanged, this, &PeopleSection::follow);
    connect(m_model, &PeopleModel::answered, this, &PeopleSection::follow);
    follow();
}

void PeopleSection::load()
{
    loadForAdministrator(
        m_content, [](LocalStore& store) { return store.agencies().teams(); },
        tr("Only an administrator can see and change who signs in."), [this](const QList<Team>& teams) {
            m_teams = teams;
            m_model->setTeams(m_teams);
            m_model->refresh();
        });
}

void PeopleSection::follow()
{
    const protocol::Person* person = m_model->person(m_list->selection()->key());
    const bool isMe = person && person->user.id == services().worker;
    m_edit->setEnabled(person);
    m_password->setEnabled(person && !isMe && !person->user.disabled);
    m_factor->setEnabled(person && !isMe && person->secondFactor);
    m_devices->setEnabled(person);
    m_toggle->setEnabled(person && !isMe);
    m_toggle->setText(person && person->user.disabled ? tr("Enable") : tr("Disable…"));
    m_toggle->setAccessibleName(m_toggle->text());
}

void PeopleSection::edit(bool isNew)
{
    const protocol::Person* person = isNew ? nullptr : m_model->person(m_list->selection()->key());
    if (!services().admin || (!isNew && !person)) {
        return;
    }
    auto* dialog = new PersonDialog(*services().admin, person ? std::optional(person->user) : std::nullopt, m_teams, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PersonDialog::saved, this, [this](const QString& name, const QString& password) {
        notice().hide();
        m_model->refresh();
        services().agent.lookNow();
        if (!password.isEmpty()) {
            showPassword(name, password);
        }
    });
    dialog->open();
}

void PeopleSection::showPassword(const QString& name, const QString& password)
{
    auto* dialog = new PasswordDialog(name, password, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PeopleSection::ask(const Question& question, const std::function<void()>& deed)
{
    auto* box = new QMessageBox(QMessageBox::Question, question.title, question.text, QMessageBox::NoButton, this);
    box->setObjectName(question.name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.consequence);
    QPushButton* yes = box->addButton(question.yes, question.role);
    yes->setObjectName(question.yesName);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::buttonClicked, this, [yes, deed](const QAbstractButton* pressed) {
        if (pressed == yes) {
            deed();
        }
    });
    box->open();
}

/// What became of a deed: the list anew, or the reason why not.
template <typename T>
bool PeopleSection::settled(const Result<T>& answer)
{
    if (!answer.ok()) {
        notice().say(Notice::Tone::Bad, answer.error().sentence);
        return false;
    }
    notice().hide();
    m_model->refresh();
    return true;
}

void PeopleSection::resetPassword()
{
    const protocol::Person* person = m_model->person(m_list->selection()->key());
    if (!person) {
        return;
    }
    ask({u"askNewPassword"_s, tr("New Password"), tr("Give %1 a new password?").arg(oneLine(person->user.displayName)),
         tr("The old one ends, and all their devices are signed out. What they wrote stays."), tr("Give a New Password"),
         u"giveNewPassword"_s, QMessageBox::AcceptRole},
        [this, user = person->user] {
            services().admin->resetPassword(user.id, this, [this, user](const Result<protocol::PersonAnswer>& answer) {
                if (settled(answer)) {
                    showPassword(user.displayName, answer->password);
                }
            });
        });
}

void PeopleSection::resetSecondFactor()
{
    const protocol::Person* person = m_model->person(m_list->selection()->key());
    if (!person) {
        return;
    }
    const QString name = oneLine(person->user.displayName);
    ask({u"askResetSecondFactor"_s, tr("Reset Second Factor"), tr("Reset the second factor of %1?").arg(name),
         tr("Do this where they lost their phone and their recovery codes, and you know that it is they who ask. Their "
            "password alone signs in until they set up a new second factor. The audit keeps that you did it."),
         tr("Reset Second Factor"), u"resetSecondFactorNow"_s, QMessageBox::DestructiveRole},
        [this, id = person->user.id, name] {
            services().admin->resetSecondFactor(id, this, [this, name](const Result<QJsonObject>& answer) {
                if (settled(answer)) {
                    notice().say(Notice::Tone::Good, tr("The second factor of %1 is reset.").arg(name));
                }
            });
        });
}

void PeopleSection::showDevices()
{
    if (const protocol::Person* person = m_model->person(m_list->selection()->key())) {
        auto* dialog = new DevicesDialog(services(), security(), person->user, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void PeopleSection::toggle()
{
    const protocol::Person* person = m_model->person(m_list->selection()->key());
    if (!person) {
        return;
    }
    const auto set = [this, id = person->user.id](bool disabled) {
        protocol::PersonRequest request;
        request.disabled = disabled;
        services().admin->savePerson(id, request, this,
                                     [this](const Result<protocol::PersonAnswer>& answer) { settled(answer); });
    };
    if (person->user.disabled) {
        set(false);
        return;
    }
    ask({u"askDisable"_s, tr("Disable"), tr("Keep %1 from signing in?").arg(oneLine(person->user.displayName)),
         tr("All their devices are signed out at once. Their clients stay theirs until you assign them to somebody else."),
         tr("Disable"), u"disableNow"_s, QMessageBox::DestructiveRole},
        [set] { set(true); });
}

} // namespace handrail::ui
