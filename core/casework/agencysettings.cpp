// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/agencysettings.h"

#include "core/casework/edits.h"
#include "core/casework/refusal.h"
#include "core/casework/typedaddress.h"
#include "core/domain/records/codec.h"
#include "core/domain/neutral.h"
#include "core/domain/templatecheck.h"

#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

constexpr qsizetype maxProgramName = 80;
constexpr qsizetype maxTeamName = 80;
constexpr qsizetype maxTemplate = 8000;
constexpr qsizetype maxLanguages = 20;
constexpr int shortestWindowMinutes = 60;

QString say(const char* sentence)
{
    return QCoreApplication::translate("Casework", sentence);
}

bool hasControls(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

QString programNameProblem(const QString& name)
{
    if (name.trimmed().isEmpty())
        return say(QT_TRANSLATE_NOOP("Casework", "Enter the name under which clients know your program: every message "
                                                 "begins with it."));
    if (name.size() > maxProgramName)
        return say(QT_TRANSLATE_NOOP("Casework", "This is too long: a program name may have 80 characters."));
    if (hasControls(name) || !name.isValidUtf16())
        return say(QT_TRANSLATE_NOOP("Casework", "A name can't have line breaks or other control characters in it."));
    return {};
}

QString addressProblem(Channel channel, const QString& typed, const PhoneNumbers& phones, const QString& region)
{
    if (typed.trimmed().isEmpty())
        return {}; // Without one that channel does not send, and says so.
    const auto address = readTyped(channel, typed, phones, region);
    return address ? QString() : address.error().sentence;
}

QString zoneProblem(const QString& zone)
{
    if (!zone.isEmpty() && QTimeZone::isTimeZoneIdAvailable(zone.toLatin1()))
        return {};
    return say(QT_TRANSLATE_NOOP("Casework", "Choose the time zone of your agency."));
}

QString windowProblem(const QTime& opens, const QTime& closes)
{
    if (!opens.isValid() || !closes.isValid() || opens.secsTo(closes) < shortestWindowMinutes * 60)
        return say(QT_TRANSLATE_NOOP("Casework",
                                     "The hours for messages must end at least one hour after they begin, on "
                                     "the same day."));
    return {};
}

QString languagesProblem(const QStringList& languages)
{
    static const QRegularExpression shape(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"_s);
    if (languages.isEmpty())
        return say(QT_TRANSLATE_NOOP("Casework", "Choose at least one language in which clients get messages."));
    const bool odd =
        languages.size() > maxLanguages || QSet(languages.begin(), languages.end()).size() < languages.size();
    if (odd || !std::ranges::all_of(languages, [](const QString& tag) { return shape.match(tag).hasMatch(); }))
        return say(QT_TRANSLATE_NOOP("Casework", "One of these is no language, or is there twice."));
    return {};
}

void checkTemplates(const AgencyDraft& draft, QList<FieldProblem>& problems)
{
    const QString neutralName = draft.templates[neutralNameKey].toString();
    for (auto it = draft.templates.begin(); it != draft.templates.end(); ++it) {
        const QString field = u"templates[%1]"_s.arg(it.key());
        const QString text = it.value().toString();
        const auto kind = templateKindOf(it.key());
        if (it.key() == neutralNameKey) {
            if (const QString problem = neutralNameProblem(text, draft.programName); !problem.isEmpty())
                problems.append({field, problem});
        } else if (!kind) {
            problems.append({field, say(QT_TRANSLATE_NOOP("Casework", "There is no message of this kind."))});
        } else if (text.size() > maxTemplate) {
            problems.append({field, say(QT_TRANSLATE_NOOP("Casework", "This text is too long."))});
        } else if (const TemplateCheck check = checkTemplate(*kind, text, kind->neutral ? neutralName : draft.programName);
                   !check.ok()) {
            problems.append({field, check.problems.first()});
        }
    }
}

/// Without blank ones: those go back to the built-in text.
QJsonObject ownTemplates(const QJsonObject& templates)
{
    QJsonObject own;
    for (auto it = templates.begin(); it != templates.end(); ++it)
        if (const QString text = it.value().toString(); !text.trimmed().isEmpty() && text != builtInTemplate(it.key()))
            own.insert(it.key(), text);
    return own;
}

Result<void> mustBeAdministrator(Desk& desk)
{
    const auto user = desk.store.agencies().user(desk.worker);
    if (!user)
        return user.error();
    if (*user && (*user)->role == Role::Administrator)
        return {};
    return refusal(ErrorCode::NotAllowed,
                   QT_TRANSLATE_NOOP("Casework", "Only an administrator may change this. Nothing was changed."));
}

QString storedAddress(Channel channel, const QString& typed, Desk& desk, const QString& region)
{
    if (typed.trimmed().isEmpty())
        return {};
    const auto address = readTyped(channel, typed, desk.phones, region);
    return address ? address->value() : QString();
}

/// Of a sample that stands in for the real thing in every preview: as long as real ones are.
QList<ResourceSite> sampleSites(MessageKind kind)
{
    const auto site = [](const char* service, const char* organization) {
        return ResourceSite{
            .id = ResourceSiteId(QUuid()), .organizationName = say(organization), .serviceName = say(service)};
    };
    QList<ResourceSite> sites = {
        site(QT_TRANSLATE_NOOP("Casework", "Food Pantry"), QT_TRANSLATE_NOOP("Casework", "Second Harvest"))};
    if (kind == MessageKind::Initial)
        sites.append(
            site(QT_TRANSLATE_NOOP("Casework", "Legal Aid"), QT_TRANSLATE_NOOP("Casework", "Neighborhood Law Center")));
    return sites;
}

} // namespace

AgencyDraft draftOf(const Agency& agency, const PhoneNumbers& phones)
{
    const auto number = PhoneNumber::fromE164(agency.sendingNumber);
    return {.programName = agency.programName,
            .sendingNumber = number ? phones.display(*number, agency.phoneRegion) : agency.sendingNumber,
            .sendingAddress = agency.sendingAddress,
            .timeZone = agency.timeZone,
            .opens = agency.window.opens,
            .closes = agency.window.closes,
            .languages = agency.languages,
            .sendingAgents = agency.sendingAgents,
            .resendAfterHours = agency.resendAfterHours,
            .templates = agency.templates};
}

QList<FieldProblem> checkAgency(const AgencyDraft& draft, const PhoneNumbers& phones, const QString& phoneRegion)
{
    QList<FieldProblem> problems;
    const auto note = [&problems](const QString& field, const QString& sentence) {
        if (!sentence.isEmpty())
            problems.append({field, sentence});
    };
    note(u"program_name"_s, programNameProblem(draft.programName));
    note(u"sending_number"_s, addressProblem(Channel::Text, draft.sendingNumber, phones, phoneRegion));
    note(u"sending_address"_s, addressProblem(Channel::Email, draft.sendingAddress, phones, phoneRegion));
    note(u"time_zone"_s, zoneProblem(draft.timeZone));
    note(u"window"_s, windowProblem(draft.opens, draft.closes));
    note(u"languages"_s, languagesProblem(draft.languages));
    if (draft.resendAfterHours < 0 || draft.resendAfterHours > maxResendAfterHours)
        note(u"resend_after_hours"_s,
             say(QT_TRANSLATE_NOOP("Casework", "Enter hours between 1 and 168 (a week), or leave it to a worker.")));
    checkTemplates(draft, problems);
    return problems;
}

Result<void> saveAgency(Desk& desk, const AgencyDraft& draft)
{
    if (const auto allowed = mustBeAdministrator(desk); !allowed)
        return allowed.error();
    const auto agency = desk.store.agencies().agency();
    if (!agency)
        return agency.error();
    if (!*agency)
        return refusal(ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("Casework",
                                         "The agency's settings have not come from the server yet. Try again "
                                         "in a moment."));
    const QString region = (*agency)->phoneRegion;
    if (const auto problems = checkAgency(draft, desk.phones, region); !problems.isEmpty())
        return Error{ErrorCode::InvalidInput, problems.first().sentence};
    Agency changed = **agency;
    changed.programName = draft.programName.trimmed();
    changed.sendingNumber = storedAddress(Channel::Text, draft.sendingNumber, desk, region);
    changed.sendingAddress = storedAddress(Channel::Email, draft.sendingAddress, desk, region);
    changed.timeZone = draft.timeZone;
    changed.window = {draft.opens, draft.closes};
    changed.languages = draft.languages;
    changed.sendingAgents = draft.sendingAgents;
    changed.resendAfterHours = draft.resendAfterHours;
    changed.templates = ownTemplates(draft.templates);
    const auto edit =
        changedFields(u"agency"_s, changed.id.uuid(), records::fieldsOf(**agency), records::fieldsOf(changed));
    return edit ? desk.store.edits().commit({*edit}) : Result<void>();
}

Result<TemplatePreview> previewTemplate(const Agency& agency, MessageKind kind, Channel channel,
                                        const QString& language)
{
    const QString sample(22, u'x'); // As long as the server's tokens are.
    const bool initial = kind == MessageKind::Initial;
    const auto text =
        writeMessage({.agency = agency,
                      .kind = kind,
                      .channel = channel,
                      .language = language,
                      .clientGivenName = say(QT_TRANSLATE_NOOP("Casework", "Maria")),
                      .workerName = say(QT_TRANSLATE_NOOP("Casework", "Dana Reyes")),
                      .sites = sampleSites(kind),
                      .link = u"https://handrail.example.org/%1/%2"_s.arg(initial ? u"r"_s : u"f"_s, sample),
                      .unsubscribeLink =
                          channel == Channel::Email ? u"https://handrail.example.org/u/%1"_s.arg(sample) : QString()});
    if (!text)
        return text.error();
    TemplatePreview made{.text = *text, .size = {}};
    if (channel == Channel::Text)
        made.size = measureSms(text->body);
    return made;
}

Result<TeamId> saveTeam(Desk& desk, const std::optional<TeamId>& id, const QString& typed)
{
    if (const auto allowed = mustBeAdministrator(desk); !allowed)
        return allowed.error();
    const QString name = typed.simplified();
    if (name.isEmpty() || name.size() > maxTeamName || !name.isValidUtf16())
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "A team needs a name of 1 to 80 characters."));
    const auto teams = desk.store.agencies().teams();
    if (!teams)
        return teams.error();
    for (const Team& team : *teams)
        if (team.id != id && team.name.compare(name, Qt::CaseInsensitive) == 0)
            return refusal(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Casework", "There is a team of that name already."));
    const TeamId saved = id ? *id : TeamId(desk.ids.next());
    QJsonObject fields{{u"name"_s, name}};
    if (!id)
        fields.insert(u"removed"_s, false);
    if (auto committed = desk.store.edits().commit({Edit{u"team"_s, saved.uuid(), fields}}); !committed)
        return committed.error();
    return saved;
}

} // namespace handrail::casework
