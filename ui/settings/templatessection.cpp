// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/templatessection.h"

#include "core/domain/neutral.h"
#include "ui/dialogs/messagetimeline.h"
#include "ui/draftkeeper.h"
#include "ui/settings/agencyreading.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

TemplatesSection::TemplatesSection(Services services)
    : SettingsSection(
          services, u"templateSettings"_s, tr("Messages"),
          tr("What clients are told, message by message and language by language. Words in braces are filled "
             "in when the message is written."))
{
    makeNeutral();
    makeChoice();
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight);
    m_sides->setSpacing(scaled(24));
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    m_sides->addLayout(left, 3);
    m_sides->addLayout(right, 2);
    column()->addLayout(m_sides, 1);

    makeEditor();
    left->addWidget(m_origin);
    left->addWidget(m_text, 1);
    left->addWidget(m_problem);
    left->addWidget(m_hints);
    left->addWidget(m_builtIn, 0, Qt::AlignLeft);
    m_placeholders = new QVBoxLayout;
    m_placeholders->setSpacing(0);
    left->addWidget(makeLabel(tr("Words to fill in"), u"section"_s));
    left->addLayout(m_placeholders);
    makePreview();
    right->addWidget(makeLabel(tr("What the client will see"), u"section"_s));
    right->addLayout(m_preview);
    right->addStretch(1);
    keepDraft();
}

/// Texts of messages are long to write: what is not saved yet is there again after a kill.
void TemplatesSection::keepDraft()
{
    m_draft = new DraftKeeper(services().store, services().clock,
                              {.read =
                                   [this] {
                                       return isChanged() ? QJsonObject{{u"templates"_s, m_own}} : QJsonObject();
                                   },
                               .fill =
                                   [this](const QJsonObject& content) {
                                       m_own = content.value(u"templates"_s).toObject();
                                       showNeutral();
                                       showTemplate();
                                       Q_EMIT changed();
                                   }},
                              this);
    connect(m_draft, &DraftKeeper::restored, this, [this](const QDateTime& savedAt) {
        notice().say(Notice::Tone::Info, tr("This is what you typed and did not save (%1).")
                                             .arg(timeInWords(savedAt, services().clock.now())));
    });
}

/// For clients whose phone somebody else may read.
void TemplatesSection::makeNeutral()
{
    m_neutral = new QLineEdit;
    identify(m_neutral, u"neutralName"_s, tr("Neutral Name"));
    m_neutral->setMaxLength(60);
    m_neutralProblem = new ProblemLabel(u"neutralProblem"_s, m_neutral);
    auto* label = makeLabel(tr("Neutral Name"), u"section"_s);
    label->setBuddy(m_neutral);
    column()->addWidget(label);
    column()->addWidget(m_neutral);
    column()->addWidget(m_neutralProblem);
    column()->addWidget(makeLabel(
        tr("Leave it empty, and messages name the program. With a name here, all messages and pages come from that name, "
           "and their texts are neutral ones: they name no program, resource, client or worker. Agree the name with your "
           "carrier first, and tell clients at consent who will write. The consent itself names the program."),
        u"hint"_s, true));
    connect(m_neutral, &QLineEdit::textEdited, this, &TemplatesSection::neutralEdited);
}

void TemplatesSection::showNeutral()
{
    m_neutral->setText(m_own.value(neutralNameKey).toString());
    m_neutral->setReadOnly(!m_editable);
    checkNeutral();
}

void TemplatesSection::checkNeutral()
{
    m_neutralProblem->setProblem(neutralNameProblem(m_neutral->text(), m_agency ? m_agency->programName : QString()));
}

void TemplatesSection::neutralEdited()
{
    if (const QString name = m_neutral->text().simplified(); name.isEmpty()) {
        m_own.remove(neutralNameKey);
    } else {
        m_own.insert(neutralNameKey, name);
    }
    checkNeutral();
    showTemplate();
    m_draft->changed();
    Q_EMIT changed();
}

QString TemplatesSection::senderName(bool neutral) const
{
    return neutral ? m_own.value(neutralNameKey).toString() : m_agency ? m_agency->programName : QString();
}

void TemplatesSection::makeChoice()
{
    m_message = new QComboBox;
    identify(m_message, u"templateMessage"_s, tr("Message"));
    const std::pair<QString, TemplateKind> kinds[] = {
        {tr("First text, with the link to the resources"), {MessageKind::Initial, Channel::Text, {}}},
        {tr("First email, with the link to the resources"), {MessageKind::Initial, Channel::Email, {}}},
        {tr("Follow-up text, with the question"), {MessageKind::FollowUp, Channel::Text, {}}},
        {tr("Follow-up email, with the question"), {MessageKind::FollowUp, Channel::Email, {}}}};
    for (const auto& [label, kind] : kinds) {
        m_message->addItem(label, QPoint(int(kind.kind), int(kind.channel)));
    }
    m_language = new QComboBox;
    identify(m_language, u"templateLanguage"_s, tr("Language"));
    for (const QString& language : {u"en"_s, u"es"_s}) {
        m_language->addItem(languageInWords(language), language);
    }
    for (QComboBox* combo : {m_message, m_language}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(8);
    }
    auto* row = new QHBoxLayout;
    row->addWidget(m_message, 2);
    row->addWidget(m_language, 1);
    column()->addLayout(row);
    connect(m_message, &QComboBox::currentIndexChanged, this, &TemplatesSection::showTemplate);
    connect(m_language, &QComboBox::currentIndexChanged, this, &TemplatesSection::showTemplate);
}

void TemplatesSection::makeEditor()
{
    m_origin = makeLabel({}, u"muted"_s, true);
    m_origin->setObjectName(u"templateOrigin"_s);
    m_text = new QPlainTextEdit;
    identify(m_text, u"templateText"_s, tr("Words of the Message"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(scaled(160));
    m_problem = new ProblemLabel(u"templateProblem"_s, m_text);
    m_hints = makeLabel({}, u"hint"_s, true);
    m_hints->setObjectName(u"templateHints"_s);
    m_builtIn = makeButton(u"templateBuiltIn"_s, tr("Reset to the Built-In Text"));
    connect(m_text, &QPlainTextEdit::textChanged, this, &TemplatesSection::edited);
    connect(m_builtIn, &QPushButton::clicked, this, [this] {
        m_text->setPlainText(builtInTemplate(templateKey(kind())));
        m_text->setFocus();
    });
}

void TemplatesSection::makePreview()
{
    m_preview = new QVBoxLayout;
    m_preview->setSpacing(scaled(8));
}

TemplateKind TemplatesSection::kind() const
{
    const QPoint chosen = m_message->currentData().toPoint();
    return {MessageKind(chosen.x()), Channel(chosen.y()), m_language->currentData().toString(), isNeutral(m_own)};
}

QString TemplatesSection::textOf(const QString& key) const
{
    const QString own = m_own.value(key).toString();
    return own.trimmed().isEmpty() ? builtInTemplate(key) : own;
}

void TemplatesSection::load()
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
            if (!read->agency || isChanged()) {
                return;
            }
            const bool same = m_agency && *m_agency == *read->agency && m_editable == read->administrator;
            m_agency = read->agency;
            m_editable = read->administrator;
            m_own = m_agency->templates;
            if (!m_editable) {
                notice().say(Notice::Tone::Info, tr("Only an administrator can change these settings."));
            }
            if (!same) {
                showNeutral();
                showTemplate();
            }
            if (m_editable) {
                m_draft->open(u"settings/templates"_s, tr("Texts of messages"));
            }
        });
}

void TemplatesSection::showTemplate()
{
    m_showing = true;
    m_text->setPlainText(textOf(templateKey(kind())));
    m_text->setReadOnly(!m_editable);
    m_showing = false;
    showPlaceholders();
    check();
    preview();
}

void TemplatesSection::showPlaceholders()
{
    clearLayout(m_placeholders);
    for (const Placeholder& placeholder : placeholdersFor(kind())) {
        const QString word = u"{%1}"_s.arg(placeholder.name);
        auto* insert = makeButton(u"insert-"_s + placeholder.name, word, ButtonKind::Quiet);
        insert->setAccessibleName(tr("Insert %1").arg(word));
        insert->setToolTip(tr("Insert %1").arg(word));
        insert->setEnabled(m_editable);
        connect(insert, &QPushButton::clicked, this, [this, word] {
            m_text->insertPlainText(word);
            m_text->setFocus();
        });
        auto* row = new QHBoxLayout;
        row->addWidget(insert);
        row->addWidget(
            makeLabel(placeholder.mandatory ? tr("%1 (must be there)").arg(placeholder.meaning) : placeholder.meaning,
                      u"muted"_s, true),
            1);
        m_placeholders->addLayout(row);
    }
}

void TemplatesSection::edited()
{
    if (m_showing) {
        return;
    }
    const QString key = templateKey(kind());
    const QString text = m_text->toPlainText();
    if (text.trimmed().isEmpty() || text == builtInTemplate(key)) {
        m_own.remove(key);
    } else {
        m_own.insert(key, text);
    }
    check();
    preview();
    m_draft->changed();
    Q_EMIT changed();
}

void TemplatesSection::check()
{
    const QString key = templateKey(kind());
    const bool own = m_own.contains(key);
    if (kind().neutral) {
        m_origin->setText(own ? tr("Your agency’s own neutral text.") : tr("The built-in neutral text."));
    } else {
        m_origin->setText(own ? tr("Your agency’s own text.") : tr("The built-in text."));
    }
    m_builtIn->setEnabled(m_editable && own);
    const TemplateCheck found =
        checkTemplate(kind(), m_text->toPlainText(), senderName(kind().neutral));
    m_problem->setProblem(found.problems.join(u'\n'));
    m_hints->setText(found.hints.join(u'\n'));
    m_hints->setVisible(!found.hints.isEmpty());
}

void TemplatesSection::preview()
{
    clearLayout(m_preview);
    if (!m_agency) {
        return;
    }
    Agency agency = *m_agency;
    agency.templates = m_own;
    const TemplateKind shown = kind();
    if (!agency.languages.contains(shown.language)) {
        agency.languages.append(shown.language);
    }
    const auto made = casework::previewTemplate(agency, shown.kind, shown.channel, shown.language);
    if (!made.ok()) {
        m_preview->addWidget(makeLabel(tr("The preview comes back when the text can be used."), u"muted"_s, true));
        return;
    }
    const bool text = shown.channel == Channel::Text;
    auto* bubble = makeFrame(text ? u"bubble"_s : u"mail"_s, scaled(12));
    if (!text) {
        layoutOf(bubble)->addWidget(makeLabel(agency.sendingAddress, u"section"_s, true));
        layoutOf(bubble)->addWidget(makeLabel(made->text.subject, u"strong"_s, true));
    }
    auto* body = makeLabel(made->text.body.left(4000), {}, true);
    body->setObjectName(u"templatePreview"_s);
    // A link is one long word: without this the label would be as wide as it.
    body->setMinimumWidth(1);
    body->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::MinimumExpanding);
    layoutOf(bubble)->addWidget(body);
    m_preview->addWidget(bubble);
    if (made->size) {
        m_preview->addWidget(
            makeLabel(sizeInWords(*made->size), made->size->costly.isEmpty() ? u"muted"_s : u"hint"_s, true));
    }
}

void TemplatesSection::resizeEvent(QResizeEvent* event)
{
    SettingsSection::resizeEvent(event);
    m_sides->setDirection(width() < scaled(600) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

bool TemplatesSection::isChanged() const
{
    return m_agency && m_editable && m_own != m_agency->templates;
}

QString TemplatesSection::problem() const
{
    if (const QString sentence = neutralNameProblem(m_own.value(neutralNameKey).toString(), m_agency->programName);
        !sentence.isEmpty()) {
        return sentence;
    }
    for (auto it = m_own.begin(); it != m_own.end(); ++it) {
        const auto of = templateKindOf(it.key());
        if (!of) {
            continue;
        }
        if (const TemplateCheck found = checkTemplate(*of, it.value().toString(), senderName(of->neutral));
            !found.ok()) {
            return found.problems.first();
        }
    }
    return {};
}

void TemplatesSection::apply()
{
    if (!m_agency) {
        return;
    }
    casework::AgencyDraft draft = casework::draftOf(*m_agency, services().phones);
    draft.templates = m_own;
    keepAgency(services(), this, draft, notice(), tr("Saved. Messages that go out from now on use these words."),
               [this, saved = m_own] {
                   m_agency->templates = saved;
                   m_draft->discard();
                   Q_EMIT applied();
                   Q_EMIT changed();
               });
}

void TemplatesSection::reset()
{
    if (m_agency) {
        m_own = m_agency->templates;
        m_draft->discard();
        showNeutral();
        showTemplate();
        Q_EMIT changed();
    }
}

} // namespace handrail::ui
