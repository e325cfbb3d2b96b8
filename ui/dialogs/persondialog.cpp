// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/persondialog.h"

#include "core/domain/address.h"
#include "ui/settings/accountsection.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

PersonDialog::PersonDialog(AdminServices& admin, const std::optional<User>& user, const QList<Team>& teams,
                           QWidget* parent)
    : QDialog(parent)
    , m_admin(admin)
    , m_user(user)
    , m_name(new QLineEdit)
    , m_email(new QLineEdit)
    , m_role(new QComboBox)
    , m_team(new QComboBox)
    , m_notice(new Notice(u"personNotice"_s))
    , m_save(makeButton(u"savePerson"_s, user ? tr("Save") : tr("Add Person"), ButtonKind::Primary))
{
    setObjectName(u"personDialog"_s);
    setWindowTitle(user ? tr("Edit Person") : tr("Add Person"));
    identify(m_name, u"personName"_s, tr("Name"));
    identify(m_email, u"personEmail"_s, tr("Email to sign in with"));
    identify(m_role, u"personRole"_s, tr("Role"));
    identify(m_team, u"personTeam"_s, tr("Team"));
    m_name->setMaxLength(200);
    m_email->setMaxLength(254);
    for (const handrail::Role role :
         {handrail::Role::Worker, handrail::Role::Supervisor, handrail::Role::Administrator, handrail::Role::Agent}) {
        m_role->addItem(roleInWords(role), int(role));
    }
    m_team->addItem(tr("No team"), QUuid());
    for (const Team& team : teams) {
        m_team->addItem(oneLine(team.name), team.id.uuid());
    }
    if (user) {
        m_name->setText(user->displayName);
        m_email->setText(user->email);
        m_role->setCurrentIndex(m_role->findData(int(user->role)));
        m_team->setCurrentIndex(std::max(0, user->teamId ? m_team->findData(user->teamId->uuid()) : 0));
    }
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Email to sign in with"), m_email);
    form->addRow(tr("Role"), m_role);
    form->addRow(tr("Team"), m_team);
    auto* cancel = makeButton(u"cancelPerson"_s, tr("Cancel"));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(16));
    column->setSpacing(scaled(12));
    column->addWidget(makeLabel(windowTitle(), u"title"_s, true));
    column->addWidget(m_notice);
    column->addLayout(form);
    column->addWidget(makeLabel(user ? tr("A new role holds from the next moment on, on all their devices.")
                                     : tr("The server makes a password, which is shown once for you to hand on."),
                                u"muted"_s, true));
    column->addLayout(row);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PersonDialog::save);
    connect(m_name, &QLineEdit::textChanged, this, &PersonDialog::follow);
    connect(m_email, &QLineEdit::textChanged, this, &PersonDialog::follow);
    follow();
}

void PersonDialog::follow()
{
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() && !m_email->text().trimmed().isEmpty());
}

/// What differs, so that another administrator's edit of the rest stays.
protocol::PersonRequest PersonDialog::request() const
{
    const QString name = m_name->text().trimmed();
    const QString email = m_email->text().trimmed();
    const auto role = handrail::Role(m_role->currentData().toInt());
    const QUuid chosen = m_team->currentData().toUuid();
    const auto team = chosen.isNull() ? std::nullopt : std::optional(TeamId(chosen));
    protocol::PersonRequest request;
    if (!m_user || name != m_user->displayName) {
        request.name = name;
    }
    if (!m_user || email != m_user->email) {
        request.email = email;
    }
    if (!m_user || role != m_user->role) {
        request.role = role;
    }
    if (!m_user || team != m_user->teamId) {
        request.team = team;
    }
    return request;
}

void PersonDialog::save()
{
    if (const auto email = EmailAddress::parse(m_email->text()); !email.ok()) {
        m_notice->say(Notice::Tone::Bad, email.error().sentence);
        m_email->setFocus();
        return;
    }
    m_save->setEnabled(false);
    m_admin.savePerson(m_user ? std::optional(m_user->id) : std::nullopt, request(), this,
                       [this](const Result<protocol::PersonAnswer>& answer) {
                           follow();
                           if (!answer.ok()) {
                               m_notice->say(Notice::Tone::Bad, answer.error().sentence);
                               return;
                           }
                           Q_EMIT saved(answer->user.displayName, answer->password);
                           accept();
                       });
}

} // namespace handrail::ui
