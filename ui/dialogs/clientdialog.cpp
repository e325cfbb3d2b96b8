// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/clientdialog.h"

#include "ui/draftkeeper.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

const QString dateFormat = u"yyyy-MM-dd"_s;

QLabel* caption(const QString& label, QWidget* buddy)
{
    auto* made = new QLabel(label);
    made->setBuddy(buddy);
    return made;
}

} // namespace

ContactRow::ContactRow(Channel channel, int number, const casework::ContactPointDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_typed(new QLineEdit(draft.typed))
    , m_label(new QComboBox)
    , m_primary(new QRadioButton(tr("Primary")))
{
    const bool phone = channel == Channel::Text;
    const QString who = phone ? tr("Phone %1").arg(number) : tr("Email %1").arg(number);
    const QString id = (phone ? u"phone%1"_s : u"email%1"_s).arg(number);
    identify(m_typed, id, who);
    identify(m_label, id + u"Label"_s, tr("Label of %1").arg(who));
    identify(m_primary, id + u"Primary"_s, tr("%1 is Primary").arg(who));
    m_primary->setAutoExclusive(false);
    m_primary->setChecked(draft.primary);
    m_label->setEditable(true);
    m_label->addItems(phone ? QStringList{labelInWords(u"Mobile"_s), labelInWords(u"Home"_s), labelInWords(u"Work"_s)}
                            : QStringList{labelInWords(u"Personal"_s), labelInWords(u"Work"_s)});
    m_label->setCurrentText(draft.label.isEmpty() && !draft.id ? m_label->itemText(0) : labelInWords(draft.label));
    m_label->setFixedWidth(scaled(128));
    m_problem = new ProblemLabel(id + u"Problem"_s, m_typed);
    auto* remove = makeButton(id + u"Remove"_s, {}, ButtonKind::Quiet, u"remove"_s);
    remove->setAccessibleName(tr("Remove %1").arg(who));
    remove->setToolTip(tr("Remove %1").arg(who));
    remove->setFixedWidth(scaled(36));

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* title = caption(who, m_typed);
    title->setFixedWidth(scaled(72));
    row->addWidget(title);
    row->addWidget(m_typed, 1);
    row->addWidget(m_label);
    if (phone) {
        m_mayText = new QCheckBox(tr("May be texted"));
        identify(m_mayText, id + u"MayText"_s, tr("%1 may be texted").arg(who));
        m_mayText->setChecked(draft.mayText);
        row->addWidget(m_mayText);
    }
    row->addWidget(m_primary);
    row->addWidget(remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(80, 0, 0, 0);
    below->addWidget(m_problem, 1);
    column->addLayout(below);

    connect(m_typed, &QLineEdit::textChanged, this, &ContactRow::edited);
    connect(remove, &QPushButton::clicked, this, &ContactRow::removed);
    connect(m_primary, &QRadioButton::toggled, this, [this](bool on) {
        if (on) {
            Q_EMIT madePrimary();
        }
    });
}

void ContactRow::setPrimary(bool primary)
{
    m_primary->setChecked(primary);
}

casework::ContactPointDraft ContactRow::draft() const
{
    casework::ContactPointDraft now = m_draft;
    now.typed = m_typed->text();
    now.label = labelToKeep(m_label->currentText().trimmed());
    now.primary = m_primary->isChecked();
    now.mayText = !m_mayText || m_mayText->isChecked();
    return now;
}

ClientDialog::ClientDialog(Services services, const std::optional<Client>& client, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_client(client)
    , m_givenName(new QLineEdit)
    , m_familyName(new QLineEdit)
    , m_birthDate(new QLineEdit)
    , m_language(new QComboBox)
    , m_timeZone(new QComboBox)
    , m_look(new QTimer(this))
    , m_zoneHint(makeLabel({}, u"muted"_s, true))
    , m_notice(new Notice(u"clientNotice"_s))
    , m_duplicate(new Notice(u"clientDuplicate"_s))
{
    setObjectName(u"clientDialog"_s);
    setWindowTitle(client ? tr("Edit Client") : tr("Add Client"));
    resizeOnScreen(this, {720, 640});

    auto* form = new QWidget;
    form->setProperty("role", u"scrolled"_s);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_notice);
    column->addWidget(m_duplicate);
    buildForm(column);
    buildContacts(column, Channel::Text);
    buildContacts(column, Channel::Email);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(form);

    auto* bar = new QFrame;
    bar->setProperty("role", u"bar"_s);
    auto* buttons = new QHBoxLayout(bar);
    buttons->setContentsMargins(24, 12, 24, 12);
    buttons->addStretch(1);
    auto* cancel = makeButton(u"cancel"_s, tr("Cancel"));
    m_save = makeButton(u"saveClient"_s, tr("Save Client"), ButtonKind::Primary);
    m_save->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addWidget(bar);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ClientDialog::save);
    m_look->setSingleShot(true);
    m_look->setInterval(200);
    connect(m_look, &QTimer::timeout, this, &ClientDialog::lookForExisting);
    connect(m_duplicate, &Notice::acted, this, [this] {
        if (m_existing) {
            Q_EMIT openExisting(*m_existing);
            reject();
        }
    });
    fill(client);
    // What fill() put there is no reason to look.
    m_look->stop();
    keepDraft();
    askStore(
        m_services.store, this, [](LocalStore& store) { return store.agencies().agency(); },
        [this](const Result<std::optional<Agency>>& agency) {
            if (agency.ok() && *agency) {
                m_phoneRegion = (**agency).phoneRegion;
                if (!m_client && !(**agency).timeZone.isEmpty()) {
                    m_timeZone->setCurrentIndex(m_timeZone->findData((**agency).timeZone));
                }
            }
        });
    m_givenName->setFocus();
}

void ClientDialog::buildForm(QVBoxLayout* column)
{
    column->addWidget(makeLabel(tr("Who"), u"heading"_s));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const auto place = [&](QWidget* field, const QString& key, const QString& name, const QString& label, int row,
                           int col) {
        identify(field, name, label);
        auto* problem = new ProblemLabel(name + u"Problem"_s, field);
        m_problems.insert(key, problem);
        grid->addWidget(caption(label, field), row * 3, col);
        grid->addWidget(field, row * 3 + 1, col);
        grid->addWidget(problem, row * 3 + 2, col);
    };
    place(m_givenName, u"given_name"_s, u"givenName"_s, tr("First Name"), 0, 0);
    place(m_familyName, u"family_name"_s, u"familyName"_s, tr("Last Name"), 0, 1);
    place(m_language, u"language"_s, u"language"_s, tr("Language"), 1, 0);
    place(m_timeZone, u"time_zone"_s, u"timeZone"_s, tr("Time Zone"), 1, 1);
    place(m_birthDate, u"birth_date"_s, u"birthDate"_s, tr("Date of Birth (if known)"), 2, 0);
    m_birthDate->setPlaceholderText(tr("1984-05-31"));
    m_birthDate->setMaxLength(40);

    for (const QString& code : everydayLanguages()) {
        m_language->addItem(languageInWords(code), code);
    }
    m_timeZone->setEditable(true);
    m_timeZone->setInsertPolicy(QComboBox::NoInsert);
    for (const QString& zone : timeZones()) {
        m_timeZone->addItem(timeZoneInWords(zone), zone);
    }
    auto* completer = new QCompleter(m_timeZone->model(), m_timeZone);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    m_timeZone->setCompleter(completer);
    column->addLayout(grid);

    m_zoneHint->setObjectName(u"timeZoneHint"_s);
    m_zoneHint->hide();
    column->addWidget(m_zoneHint);
    connect(m_timeZone, &QComboBox::activated, this, [this] { m_zoneTouched = true; });
    connect(m_timeZone->lineEdit(), &QLineEdit::textEdited, this, [this] { m_zoneTouched = true; });
    const auto edited = [this] {
        touched();
        if (m_checking) {
            check();
        }
    };
    for (QLineEdit* field : {m_givenName, m_familyName, m_birthDate}) {
        connect(field, &QLineEdit::textChanged, this, edited);
    }
    connect(m_timeZone, &QComboBox::editTextChanged, this, edited);
    connect(m_language, &QComboBox::currentIndexChanged, this, edited);
}

void ClientDialog::buildContacts(QVBoxLayout* column, Channel channel)
{
    const bool phone = channel == Channel::Text;
    column->addSpacing(16);
    column->addWidget(makeLabel(phone ? tr("Phones") : tr("Emails"), u"heading"_s));
    auto* rowsColumn = new QVBoxLayout;
    rowsColumn->setSpacing(8);
    column->addLayout(rowsColumn);
    (phone ? m_phoneColumn : m_emailColumn) = rowsColumn;
    auto* add = phone ? makeButton(u"addPhone"_s, tr("Add Phone"), ButtonKind::Quiet, u"add"_s)
                      : makeButton(u"addEmail"_s, tr("Add Email"), ButtonKind::Quiet, u"add"_s);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this, channel] {
        casework::ContactPointDraft empty;
        empty.channel = channel;
        empty.primary = rows(channel).isEmpty();
        addRow(channel, empty)->field()->setFocus();
    });
}

ContactRow* ClientDialog::addRow(Channel channel, const casework::ContactPointDraft& draft)
{
    QList<ContactRow*>& all = rows(channel);
    const int number = all.isEmpty() ? 1 : all.last()->property("number").toInt() + 1;
    auto* row = new ContactRow(channel, number, draft, this);
    row->setProperty("number", number);
    all.append(row);
    (channel == Channel::Text ? m_phoneColumn : m_emailColumn)->addWidget(row);
    connect(row, &ContactRow::edited, this, [this] {
        touched();
        if (m_checking) {
            check();
        }
    });
    connect(row, &ContactRow::removed, this, [this, row, channel] {
        rows(channel).removeOne(row);
        row->hide();
        row->deleteLater();
        touched();
        if (m_checking) {
            check();
        }
    });
    connect(row, &ContactRow::madePrimary, this, [this, row, channel] {
        for (ContactRow* other : std::as_const(rows(channel))) {
            if (other != row) {
                other->setPrimary(false);
            }
        }
    });
    return row;
}

void ClientDialog::fill(const std::optional<Client>& client)
{
    if (!client) {
        m_timeZone->setCurrentIndex(0);
        casework::ContactPointDraft phone;
        phone.primary = true;
        addRow(Channel::Text, phone);
        return;
    }
    m_givenName->setText(client->givenName);
    m_familyName->setText(client->familyName);
    m_birthDate->setText(client->birthDate.toString(dateFormat));
    if (m_language->findData(client->language) < 0) {
        m_language->addItem(languageInWords(client->language), client->language);
    }
    m_language->setCurrentIndex(m_language->findData(client->language));
    if (m_timeZone->findData(client->timeZone) < 0) {
        m_timeZone->addItem(client->timeZone, client->timeZone);
    }
    m_timeZone->setCurrentIndex(m_timeZone->findData(client->timeZone));
    m_zoneGuessed = client->timeZoneGuessed;
    for (const ContactPoint& point : client->contactPoints) {
        const Channel channel = point.address.channel();
        addRow(channel, {point.id, channel, addressInWords(point.address, m_services.phones, m_phoneRegion),
                         point.label, point.primary, point.mayText});
    }
}

QList<ContactRow*> ClientDialog::filledRows() const
{
    QList<ContactRow*> filled;
    for (ContactRow* row : m_phones + m_emails) {
        const casework::ContactPointDraft draft = row->draft();
        if (draft.id || !draft.typed.trimmed().isEmpty()) {
            filled.append(row);
        }
    }
    return filled;
}

casework::ClientDraft ClientDialog::draft() const
{
    casework::ClientDraft draft;
    if (m_client) {
        draft.id = m_client->id;
    }
    draft.givenName = m_givenName->text();
    draft.familyName = m_familyName->text();
    draft.language = m_language->currentData().toString();
    const int zone = m_timeZone->findText(m_timeZone->currentText(), Qt::MatchFixedString);
    draft.timeZone = zone >= 0 ? m_timeZone->itemData(zone).toString() : m_timeZone->currentText().trimmed();
    draft.birthDate = QDate::fromString(m_birthDate->text().trimmed(), dateFormat);
    draft.timeZoneGuessed = m_zoneGuessed && !m_zoneTouched;
    for (const ContactRow* row : filledRows()) {
        draft.contactPoints.append(row->draft());
    }
    return draft;
}

bool ClientDialog::check()
{
    for (ProblemLabel* label : std::as_const(m_problems)) {
        label->setProblem({});
    }
    for (const ContactRow* row : m_phones + m_emails) {
        row->problem()->setProblem({});
    }
    const casework::ClientDraft now = draft();
    QList<casework::FieldProblem> problems = casework::checkClient(now, m_services.phones, m_phoneRegion);
    if (!m_birthDate->text().trimmed().isEmpty() && !now.birthDate.isValid()) {
        problems.append({u"birth_date"_s, tr("Type the date as year-month-day: 1984-05-31.")});
    }
    for (const casework::FieldProblem& problem : problems) {
        showProblem(problem);
    }
    return problems.isEmpty();
}

void ClientDialog::showProblem(const casework::FieldProblem& problem)
{
    ProblemLabel* label = m_problems.value(problem.field);
    const QString prefix = u"contact_points["_s;
    if (!label && problem.field.startsWith(prefix)) {
        const int number = problem.field.mid(prefix.size()).section(u']', 0, 0).toInt();
        const QList<ContactRow*> all = filledRows();
        label = number >= 0 && number < all.size() ? all.at(number)->problem() : nullptr;
    }
    if (!label) {
        m_notice->say(Notice::Tone::Bad, problem.sentence);
    } else if (label->text().isEmpty()) {
        label->setProblem(problem.sentence);
    }
}

void ClientDialog::touched()
{
    m_look->start();
    if (m_keeper) {
        m_keeper->changed();
    }
}

/// Cancel and Escape throw away what was typed; only a kill or a lost computer doesn't.
void ClientDialog::reject()
{
    m_keeper->discard();
    QDialog::reject();
}

void ClientDialog::keepDraft()
{
    m_untouched = typed();
    m_keeper = new DraftKeeper(m_services.store, m_services.clock,
                               {.read = [this] { return typed() == m_untouched ? QJsonObject() : typed(); },
                                .fill = [this](const QJsonObject& content) { fillIn(content); }},
                               this);
    connect(m_keeper, &DraftKeeper::restored, this, [this](const QDateTime& savedAt) {
        m_notice->say(Notice::Tone::Info, tr("This is what you typed and did not save (%1). Cancel throws it away.")
                                              .arg(timeInWords(savedAt, m_services.clock.now())));
    });
    const QString name = m_client ? oneLine(m_client->fullName()) : QString();
    m_keeper->open(m_client ? u"client/"_s + m_client->id.toString() : u"client/new"_s,
                   m_client ? tr("Changes to %1").arg(name) : tr("A new client"));
}

QJsonObject ClientDialog::typed() const
{
    QJsonArray points;
    for (const ContactRow* row : m_phones + m_emails) {
        const casework::ContactPointDraft point = row->draft();
        points.append(QJsonObject{{u"id"_s, point.id ? point.id->toString() : QString()},
                                  {u"phone"_s, point.channel == Channel::Text},
                                  {u"typed"_s, point.typed.left(300)},
                                  {u"label"_s, point.label.left(100)},
                                  {u"primary"_s, point.primary},
                                  {u"may_text"_s, point.mayText}});
    }
    return {{u"given_name"_s, m_givenName->text().left(300)},
            {u"family_name"_s, m_familyName->text().left(300)},
            {u"birth_date"_s, m_birthDate->text()},
            {u"language"_s, m_language->currentData().toString()},
            {u"time_zone"_s, m_zoneTouched ? m_timeZone->currentText() : QString()},
            {u"points"_s, points}};
}

void ClientDialog::fillIn(const QJsonObject& content)
{
    m_givenName->setText(content[u"given_name"].toString());
    m_familyName->setText(content[u"family_name"].toString());
    m_birthDate->setText(content[u"birth_date"].toString());
    m_language->setCurrentIndex(std::max(0, m_language->findData(content[u"language"].toString())));
    if (const QString zone = content[u"time_zone"].toString(); !zone.isEmpty()) {
        m_timeZone->setCurrentText(zone);
        m_zoneTouched = true;
    }
    for (ContactRow* row : m_phones + m_emails) {
        row->hide();
        row->deleteLater();
    }
    m_phones.clear();
    m_emails.clear();
    for (const QJsonValue& value : content[u"points"].toArray()) {
        const QJsonObject point = value.toObject();
        const Channel channel = point[u"phone"].toBool() ? Channel::Text : Channel::Email;
        addRow(channel, {ContactPointId::fromString(point[u"id"].toString()), channel, point[u"typed"].toString(),
                         point[u"label"].toString(), point[u"primary"].toBool(), point[u"may_text"].toBool()});
    }
}

void ClientDialog::lookForExisting()
{
    guessTimeZone();
    const casework::ClientDraft now = draft();
    QList<Address> addresses;
    for (const casework::ContactPointDraft& point : now.contactPoints) {
        if (point.channel == Channel::Text) {
            if (const auto number = m_services.phones.parse(point.typed.left(100), m_phoneRegion); number.ok()) {
                addresses.append(*number);
            }
        } else if (const auto email = EmailAddress::parse(point.typed); email.ok()) {
            addresses.append(*email);
        }
    }
    const PersonFacts facts = factsOf(now.givenName, now.familyName, now.birthDate, addresses);
    askStore(
        m_services.store, this,
        [facts, except = now.id](LocalStore& store) {
            return store.duplicates().alike(facts, except, DuplicateStore::Search::Wide);
        },
        [this, facts](const Result<QList<AlikeClient>>& alike) {
            if (alike.ok()) {
                showExisting(*alike);
            }
        });
}

/// Shown beside the form and never in the way: whether it is the same person, only the worker knows.
void ClientDialog::showExisting(const QList<AlikeClient>& alike)
{
    m_existing.reset();
    if (alike.isEmpty()) {
        m_duplicate->hide();
        return;
    }
    const AlikeClient& best = alike.first();
    m_existing = best.client.id;
    const QString name = oneLine(best.client.givenName + u' ' + best.client.familyName);
    const QString sentence = best.resemblance.score >= likelyTheSame ? tr("%1 is here already. %2.")
                                                                     : tr("Is it %1, who is here already? %2.");
    m_duplicate->ask(Notice::Tone::Warn, sentence.arg(name, reasonsInWords(best.resemblance.reasons)),
                     tr("Open %1").arg(name.section(u' ', 0, 0)));
}

/// A number of another area mostly means another time zone; who chose one keeps it.
void ClientDialog::guessTimeZone()
{
    if (m_client || m_zoneTouched || m_phones.isEmpty()) {
        return;
    }
    const auto number = m_services.phones.parse(m_phones.first()->draft().typed.left(100), m_phoneRegion);
    const QString zone = number.ok() ? m_services.phones.timeZone(*number) : QString();
    const int index = zone.isEmpty() ? -1 : m_timeZone->findData(zone);
    if (index < 0) {
        return;
    }
    m_timeZone->setCurrentIndex(index);
    m_zoneGuessed = true;
    m_zoneHint->setText(tr("Time zone guessed from the number. Change it if the client lives elsewhere."));
    m_zoneHint->show();
}

void ClientDialog::save()
{
    m_checking = true;
    m_notice->hide();
    if (!check()) {
        for (QWidget* field : findChildren<QWidget*>()) {
            if (field->property("wrong").toBool()) {
                field->setFocus();
                break;
            }
        }
        return;
    }
    m_save->setEnabled(false);
    atDesk(
        m_services, this, [draft = draft()](casework::Desk& desk) { return casework::saveClient(desk, draft); },
        [this](const Result<ClientId>& result) {
            m_save->setEnabled(true);
            if (!result.ok()) {
                m_notice->say(Notice::Tone::Bad, result.error().sentence);
                return;
            }
            m_services.agent.lookNow();
            m_keeper->discard();
            Q_EMIT saved(*result);
            accept();
        });
}

} // namespace handrail::ui
