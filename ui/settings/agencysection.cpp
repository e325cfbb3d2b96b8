// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/agencysection.h"

#include "ui/settings/agencyreading.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimeEdit>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int usualResendHours = 24;

} // namespace

AgencySection::AgencySection(Services services)
    : SettingsSection(
          services, u"agencySettings"_s, tr("Agency"),
          tr("How your program appears in messages, and when they go out. All desks of your agency share it."))
{
    makeForm();
    makeHours();
    makeLanguages();
    makeSending();
    column()->addStretch(1);
    setEditable(false);
}

void AgencySection::makeForm()
{
    m_programName = new QLineEdit;
    m_programName->setMaxLength(200);
    m_problems[u"program_name"_s] = addField(column(), m_programName, u"agencyProgramName"_s, tr("Program Name"));
    m_number = new QLineEdit;
    m_number->setMaxLength(60);
    m_problems[u"sending_number"_s] = addField(column(), m_number, u"agencyNumber"_s, tr("Sending Number (texts)"));
    m_address = new QLineEdit;
    m_address->setMaxLength(254);
    m_problems[u"sending_address"_s] =
        addField(column(), m_address, u"agencyAddress"_s, tr("Sending Address (emails)"));
    addHint(column(),
            tr("The number must belong to your carrier’s account and the address to your mail server: ask who "
               "runs your server before you change them."));
    m_timeZone = new QComboBox;
    for (const QString& zone : timeZones()) {
        m_timeZone->addItem(timeZoneInWords(zone), zone);
    }
    m_problems[u"time_zone"_s] = addField(column(), m_timeZone, u"agencyTimeZone"_s, tr("Time Zone"));
    for (QLineEdit* field : {m_programName, m_number, m_address}) {
        connect(field, &QLineEdit::textChanged, this, &AgencySection::edited);
    }
    connect(m_timeZone, &QComboBox::currentIndexChanged, this, &AgencySection::edited);
}

void AgencySection::makeHours()
{
    m_opens = new QTimeEdit;
    m_closes = new QTimeEdit;
    identify(m_opens, u"agencyOpens"_s, tr("Messages from"));
    identify(m_closes, u"agencyCloses"_s, tr("Messages until"));
    column()->addWidget(makeLabel(tr("Hours in which follow-ups go out, by the client’s clock"), {}, true));
    auto* row = new QHBoxLayout;
    row->addWidget(m_opens);
    row->addWidget(makeLabel(tr("to")));
    row->addWidget(m_closes);
    row->addStretch(1);
    column()->addLayout(row);
    auto* problem = new ProblemLabel(u"agencyWindowProblem"_s, m_closes);
    m_problems[u"window"_s] = problem;
    column()->addWidget(problem);
    column()->addSpacing(scaled(4));
    for (QTimeEdit* field : {m_opens, m_closes}) {
        connect(field, &QTimeEdit::timeChanged, this, &AgencySection::edited);
    }
}

void AgencySection::makeLanguages()
{
    m_english = new QCheckBox(languageInWords(u"en"_s));
    m_spanish = new QCheckBox(languageInWords(u"es"_s));
    identify(m_english, u"agencyEnglish"_s, tr("Messages in English"));
    identify(m_spanish, u"agencySpanish"_s, tr("Messages in Spanish"));
    column()->addWidget(makeLabel(tr("Languages in which clients get messages"), {}, true));
    auto* row = new QHBoxLayout;
    row->addWidget(m_english);
    row->addWidget(m_spanish);
    row->addStretch(1);
    column()->addLayout(row);
    auto* problem = new ProblemLabel(u"agencyLanguagesProblem"_s, m_english);
    m_problems[u"languages"_s] = problem;
    column()->addWidget(problem);
    m_firstLanguage = new QComboBox;
    for (const QString& language : {u"en"_s, u"es"_s}) {
        m_firstLanguage->addItem(languageInWords(language), language);
    }
    addField(column(), m_firstLanguage, u"agencyFirstLanguage"_s, tr("Language for everybody else"));
    for (QCheckBox* box : {m_english, m_spanish}) {
        connect(box, &QCheckBox::toggled, this, &AgencySection::edited);
    }
    connect(m_firstLanguage, &QComboBox::currentIndexChanged, this, &AgencySection::edited);
}

void AgencySection::makeSending()
{
    m_sendingAgents = new QComboBox;
    m_sendingAgents->addItem(tr("Every desk, and the agent beside the server"), int(SendingAgents::Any));
    m_sendingAgents->addItem(tr("Only the agent beside the server"), int(SendingAgents::Headless));
    addField(column(), m_sendingAgents, u"agencySendingAgents"_s, tr("Who sends messages"));
    m_resend = new QCheckBox(tr("Send an uncertain message again by itself after"));
    identify(m_resend, u"agencyResend"_s, tr("Send again by itself"));
    m_resendHours = new QSpinBox;
    identify(m_resendHours, u"agencyResendHours"_s, tr("Hours until it is sent again"));
    m_resendHours->setRange(1, casework::maxResendAfterHours);
    m_resendHours->setSuffix(u" "_s + tr("h"));
    column()->addWidget(m_resend);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(scaled(28), 0, 0, 0);
    row->addWidget(m_resendHours);
    row->addStretch(1);
    column()->addLayout(row);
    auto* problem = new ProblemLabel(u"agencyResendProblem"_s, m_resendHours);
    m_problems[u"resend_after_hours"_s] = problem;
    column()->addWidget(problem);
    addHint(
        column(),
        tr("Uncertain: the carrier does not know what became of it. A client may then get a message twice; left off, "
           "a worker decides about each such message."));
    connect(m_sendingAgents, &QComboBox::currentIndexChanged, this, &AgencySection::edited);
    connect(m_resend, &QCheckBox::toggled, this, &AgencySection::edited);
    connect(m_resendHours, &QSpinBox::valueChanged, this, &AgencySection::edited);
}

void AgencySection::load()
{
    if (isChanged()) {
        return;
    }
    askStore(
        services().store, this, [worker = services().worker](LocalStore& store) { return readAgency(store, worker); },
        [this](const Result<AgencyReading>& read) {
            if (!read.ok()) {
                notice().say(Notice::Tone::Bad, read.error().sentence);
                return;
            }
            if (!read->agency) {
                notice().say(Notice::Tone::Info, tr("The agency’s settings have not come from the server yet."));
                return;
            }
            if (isChanged()) {
                return;
            }
            m_phoneRegion = read->agency->phoneRegion;
            m_kept = casework::draftOf(*read->agency, services().phones);
            m_loaded = true;
            show(m_kept);
            setEditable(read->administrator);
            if (!read->administrator) {
                notice().say(Notice::Tone::Info, tr("Only an administrator can change these settings."));
            }
        });
}

void AgencySection::show(const casework::AgencyDraft& draft)
{
    m_showing = true;
    m_programName->setText(draft.programName);
    m_number->setText(draft.sendingNumber);
    m_address->setText(draft.sendingAddress);
    int zone = m_timeZone->findData(draft.timeZone);
    if (zone < 0) {
        m_timeZone->addItem(draft.timeZone, draft.timeZone);
        zone = m_timeZone->count() - 1;
    }
    m_timeZone->setCurrentIndex(zone);
    m_opens->setTime(draft.opens);
    m_closes->setTime(draft.closes);
    m_english->setChecked(draft.languages.contains(u"en"_s));
    m_spanish->setChecked(draft.languages.contains(u"es"_s));
    m_firstLanguage->setCurrentIndex(std::max(0, m_firstLanguage->findData(draft.languages.value(0))));
    m_sendingAgents->setCurrentIndex(m_sendingAgents->findData(int(draft.sendingAgents)));
    m_resend->setChecked(draft.resendAfterHours > 0);
    m_resendHours->setValue(draft.resendAfterHours > 0 ? draft.resendAfterHours : usualResendHours);
    m_showing = false;
    edited();
}

casework::AgencyDraft AgencySection::draft() const
{
    casework::AgencyDraft made = m_kept;
    made.programName = m_programName->text();
    made.sendingNumber = m_number->text();
    made.sendingAddress = m_address->text();
    made.timeZone = m_timeZone->currentData().toString();
    made.opens = m_opens->time();
    made.closes = m_closes->time();
    // Languages that this page has no box for stay.
    QStringList languages = m_kept.languages;
    const auto keep = [&languages](const QCheckBox* box, const QString& tag) {
        if (!box->isChecked()) {
            languages.removeAll(tag);
        } else if (!languages.contains(tag)) {
            languages.append(tag);
        }
    };
    keep(m_english, u"en"_s);
    keep(m_spanish, u"es"_s);
    const QString first = m_firstLanguage->currentData().toString();
    if (languages.removeAll(first) > 0) {
        languages.prepend(first);
    }
    made.languages = languages;
    made.sendingAgents = SendingAgents(m_sendingAgents->currentData().toInt());
    made.resendAfterHours = m_resend->isChecked() ? m_resendHours->value() : 0;
    return made;
}

void AgencySection::setEditable(bool editable)
{
    m_editable = editable;
    for (QLineEdit* field : {m_programName, m_number, m_address}) {
        field->setReadOnly(!editable);
    }
    for (QWidget* field :
         {static_cast<QWidget*>(m_timeZone), static_cast<QWidget*>(m_opens), static_cast<QWidget*>(m_closes),
          static_cast<QWidget*>(m_english), static_cast<QWidget*>(m_spanish), static_cast<QWidget*>(m_firstLanguage),
          static_cast<QWidget*>(m_sendingAgents), static_cast<QWidget*>(m_resend)}) {
        field->setEnabled(editable);
    }
    m_resendHours->setEnabled(editable && m_resend->isChecked());
}

void AgencySection::edited()
{
    if (m_showing || !m_loaded) {
        return;
    }
    m_resendHours->setEnabled(m_editable && m_resend->isChecked());
    for (ProblemLabel* label : std::as_const(m_problems)) {
        label->setProblem({});
    }
    for (const casework::FieldProblem& problem : casework::checkAgency(draft(), services().phones, m_phoneRegion)) {
        if (ProblemLabel* label = m_problems.value(problem.field)) {
            label->setProblem(problem.sentence);
        }
    }
    Q_EMIT changed();
}

bool AgencySection::isChanged() const
{
    return m_loaded && m_editable && !(draft() == m_kept);
}

QString AgencySection::problem() const
{
    const auto problems = casework::checkAgency(draft(), services().phones, m_phoneRegion);
    return problems.isEmpty() ? QString() : problems.first().sentence;
}

void AgencySection::apply()
{
    keepAgency(services(), this, draft(), notice(),
               tr("Saved. All desks of your agency get it with their next sync."), [this, saved = draft()] {
                   m_kept = saved;
                   Q_EMIT applied();
                   Q_EMIT changed();
               });
}

void AgencySection::reset()
{
    show(m_kept);
}

} // namespace handrail::ui
