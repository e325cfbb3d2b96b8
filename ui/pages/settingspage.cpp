// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"

#include "ui/settings/accountsection.h"
#include "ui/settings/agencysection.h"
#include "ui/settings/agentsection.h"
#include "ui/settings/appearancesection.h"
#include "ui/settings/auditsection.h"
#include "ui/settings/feedsection.h"
#include "ui/settings/gatewaysection.h"
#include "ui/settings/peoplesection.h"
#include "ui/settings/recordssection.h"
#include "ui/settings/remindersection.h"
#include "ui/settings/securitysection.h"
#include "ui/settings/signinsection.h"
#include "ui/settings/syncsection.h"
#include "ui/settings/teamssection.h"
#include "ui/settings/templatessection.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QMessageBox>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

SettingsPage::SettingsPage(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigation(new QVBoxLayout)
    , m_buttons(new QButtonGroup(this))
    , m_stack(new QStackedWidget)
    , m_choice(new QComboBox)
{
    setObjectName(u"settingsPage"_s);
    m_navigation->setSpacing(scaled(2));
    m_left = new QWidget;
    auto* left = m_left;
    left->setAccessibleName(tr("Sections of the settings"));
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    // Where it is higher than the page, the sections are chosen above: it asks for no height of its own.
    left->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    leftColumn->addLayout(m_navigation);
    leftColumn->addStretch(1);
    m_navigation->addWidget(makeLabel(tr("You and this computer"), u"section"_s));
    auto* appearance = new AppearanceSection(services);
    addSection(appearance, u"edit"_s);
    addSection(new AccountSection(services), u"person"_s);
    addSection(new ReminderSection(services), u"calendar"_s);
    addSection(new SecuritySection(services), u"lock"_s);
    addSection(new SyncSection(services), u"cloud"_s);
    addSection(new AgentSection(services), u"status"_s);
    m_navigation->addSpacing(scaled(8));
    m_navigation->addWidget(makeLabel(tr("Your agency"), u"section"_s));
    addSection(new AgencySection(services), u"place"_s);
    addSection(new TemplatesSection(services), u"message"_s);
    addSection(new PeopleSection(services), u"clients"_s, For::Administrators);
    addSection(new TeamsSection(services), u"team"_s);
    addSection(new SignInSection(services), u"check"_s, For::Administrators);
    addSection(new GatewaySection(services), u"phone"_s, For::Administrators);
    addSection(new FeedSection(services), u"directory"_s, For::Administrators);
    addSection(new RecordsSection(services), u"note"_s, For::Administrators);
    addSection(new AuditSection(services), u"search"_s, For::Administrators);

    auto* right = new QVBoxLayout;
    right->setSpacing(scaled(12));
    right->addWidget(m_choice);
    right->addWidget(m_stack, 1);
    right->addWidget(makeBar());
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(24));
    row->addWidget(left);
    row->addLayout(right, 1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(16));
    outer->setSpacing(scaled(16));
    outer->addWidget(makeLabel(tr("Settings"), u"title"_s));
    outer->addLayout(row, 1);

    connect(appearance, &AppearanceSection::appearanceChanged, this, &SettingsPage::appearanceChanged);
    // Toggled and not clicked: a screen reader toggles.
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int section, bool on) {
        if (on) {
            goTo(section);
        }
    });
    identify(m_choice, u"settingsSection"_s, tr("Sections of the settings"));
    m_choice->hide();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int entry) {
        if (entry >= 0) {
            m_buttons->button(m_choice->itemData(entry).toInt())->setChecked(true);
        }
    });
    m_buttons->button(0)->setChecked(true);
    setFocusProxy(m_buttons->button(0));
    offerSections(false);
    readRole();
    showBar();
}

void SettingsPage::addSection(SettingsSection* section, const QString& iconName, For whom)
{
    const int number = int(m_sections.size());
    m_sections.append(section);
    if (whom == For::Administrators) {
        m_forAdministrators.insert(number);
    }
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(section);
    m_stack->addWidget(scroll);
    auto* button = new QPushButton(icon(iconName, theme().accentText), section->title());
    identify(button, u"go-"_s + section->objectName(), section->title());
    button->setProperty("navigation", true);
    button->setProperty("compact", true);
    button->setCheckable(true);
    button->setAutoExclusive(true); // So it is a radio button to a screen reader.
    button->setIconSize({scaled(18), scaled(18)});
    // The chosen one is written in bold, which Qt's size hint does not know of.
    QFont bold = button->font();
    bold.setBold(true);
    button->setMinimumWidth(button->sizeHint().width() + QFontMetrics(bold).horizontalAdvance(section->title()) -
                            button->fontMetrics().horizontalAdvance(section->title()));
    m_buttons->addButton(button, number);
    m_navigation->addWidget(button);
    connect(section, &SettingsSection::changed, this, &SettingsPage::showBar);
    auto* command = new QAction(tr("Settings: %1").arg(section->title()), this);
    connect(command, &QAction::triggered, this, [this, section] { Q_EMIT sectionWanted(section->objectName()); });
    m_commands.append(command);
}

QList<QAction*> SettingsPage::commands() const
{
    QList<QAction*> offered;
    for (int i = 0; i < m_commands.size(); ++i) {
        if (m_offered || !m_forAdministrators.contains(i)) {
            offered.append(m_commands[i]);
        }
    }
    return offered;
}

void SettingsPage::readRole()
{
    askStore(
        m_services.store, this,
        [worker = m_services.worker](LocalStore& store) { return store.agencies().user(worker); },
        [this](const Result<std::optional<User>>& me) {
            if (me.ok()) { // Where it can't be read, the section that is open says so.
                offerSections(*me && (**me).role == Role::Administrator);
            }
        });
}

void SettingsPage::offerSections(bool toAdministrator)
{
    const bool mayStay = toAdministrator || !m_forAdministrators.contains(m_stack->currentIndex());
    if (!mayStay) {
        current()->reset(); // What they may not change any more can't be saved either.
        m_buttons->button(0)->setChecked(true);
    }
    if (m_choice->count() > 0 && toAdministrator == m_offered) {
        return;
    }
    m_offered = toAdministrator;
    const QSignalBlocker still(m_choice);
    m_choice->clear();
    for (int i = 0; i < m_sections.size(); ++i) {
        const bool offered = toAdministrator || !m_forAdministrators.contains(i);
        m_buttons->button(i)->setVisible(offered);
        if (offered) {
            m_choice->addItem(m_sections[i]->title(), i);
        }
    }
    m_choice->setCurrentIndex(m_choice->findData(m_stack->currentIndex()));
    choosePlace();
}

void SettingsPage::useSecurity(SecurityServices& security)
{
    for (SettingsSection* section : std::as_const(m_sections)) {
        section->useSecurity(&security);
    }
}

QWidget* SettingsPage::makeBar()
{
    m_bar = new QWidget;
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_barWords = makeLabel({}, u"muted"_s, true);
    m_barWords->setObjectName(u"settingsBarWords"_s);
    m_save = makeButton(u"saveSettings"_s, tr("Save"), ButtonKind::Primary);
    m_discard = makeButton(u"discardSettings"_s, tr("Discard Changes"));
    row->addWidget(m_barWords, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, [this] { current()->apply(); });
    connect(m_discard, &QPushButton::clicked, this, [this] { current()->reset(); });
    return m_bar;
}

SettingsSection* SettingsPage::current() const
{
    return m_sections[m_stack->currentIndex()];
}

QString SettingsPage::currentSection() const
{
    return current()->objectName();
}

void SettingsPage::showSection(const QString& name)
{
    for (int i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i]->objectName() == name) {
            m_buttons->button(i)->setChecked(true);
        }
    }
}

void SettingsPage::goTo(int section)
{
    if (section == m_stack->currentIndex()) {
        return;
    }
    if (!mayLeave([this, section] { m_buttons->button(section)->setChecked(true); })) {
        m_buttons->button(m_stack->currentIndex())->setChecked(true);
        m_choice->setCurrentIndex(m_choice->findData(m_stack->currentIndex()));
        return;
    }
    m_stack->setCurrentIndex(section);
    m_choice->setCurrentIndex(m_choice->findData(section));
    setFocusProxy(m_buttons->button(section));
    current()->load();
    showBar();
}

void SettingsPage::showBar()
{
    const bool changed = current()->isChanged();
    const QString problem = changed ? current()->problem() : QString();
    m_bar->setVisible(changed);
    m_save->setEnabled(changed && problem.isEmpty());
    m_barWords->setText(problem.isEmpty() ? tr("Not saved yet.") : problem);
    setLook(m_barWords, "role", problem.isEmpty() ? u"muted"_s : u"problem"_s);
}

bool SettingsPage::mayLeave(const std::function<void()>& goOn)
{
    SettingsSection* section = current();
    if (!section->isChanged()) {
        return true;
    }
    if (auto* open = findChild<QMessageBox*>(u"unsavedSettings"_s)) {
        open->raise();
        open->activateWindow();
        return false;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Settings"),
                                tr("Save the changes to «%1»?").arg(section->title()), QMessageBox::NoButton, this);
    box->setObjectName(u"unsavedSettings"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    const QString problem = section->problem();
    box->setInformativeText(problem);
    QPushButton* save = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton* discard = box->addButton(tr("Discard Changes"), QMessageBox::DestructiveRole);
    QPushButton* stay = box->addButton(tr("Keep Editing"), QMessageBox::RejectRole);
    save->setObjectName(u"unsavedSave"_s);
    discard->setObjectName(u"unsavedDiscard"_s);
    stay->setObjectName(u"unsavedStay"_s);
    save->setEnabled(problem.isEmpty());
    box->setDefaultButton(problem.isEmpty() ? save : stay);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [save, discard, section, goOn](const QAbstractButton* pressed) {
        if (pressed == save) {
            connect(section, &SettingsSection::applied, section, goOn, Qt::SingleShotConnection);
            section->apply();
        } else if (pressed == discard) {
            section->reset();
            goOn();
        }
    });
    box->open();
    return false;
}

void SettingsPage::refresh()
{
    readRole();
    // These ask the server, which is not to be asked whenever the store changes.
    const bool asksServer = QStringList{u"gatewaySettings"_s, u"peopleSettings"_s, u"signInSettings"_s, u"feedSettings"_s,
                                             u"auditSettings"_s}.contains(
        current()->objectName());
    if (isVisible() && !asksServer) {
        current()->load();
    }
}

void SettingsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    choosePlace();
}

void SettingsPage::choosePlace()
{
    // With large text there is no room for a column of sections, in width or height: they are chosen above.
    const bool narrow = width() < scaled(720) || m_left->layout()->sizeHint().height() > height() - scaled(96);
    m_left->setVisible(!narrow);
    m_choice->setVisible(narrow);
}

void SettingsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readRole();
    current()->load();
    showBar();
}

} // namespace handrail::ui
