// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/profilesheet.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProfileSheet)
};

constexpr int mostReferrals = 200;
constexpr int mostEntries = 300;

QString escaped(const QString& text)
{
    return oneLine(text).toHtmlEscaped();
}

QString heading(const QString& text)
{
    return u"<h3>%1</h3>"_s.arg(text.toHtmlEscaped());
}

QString rowOf(const QString& label, const QString& value)
{
    return u"<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>"_s.arg(escaped(label), escaped(value));
}

QString contactPoints(const ClientDetails& details, const PhoneNumbers& phones)
{
    QString html = heading(Words::tr("Phones and Emails")) + u"<table>"_s;
    for (const ContactPoint& point : details.client.contactPoints) {
        QStringList notes;
        if (!point.label.isEmpty()) {
            notes.append(labelInWords(point.label));
        }
        if (point.primary) {
            notes.append(Words::tr("primary"));
        }
        for (const OptOut& optOut : details.optOuts) {
            if (optOut.address.ledgerKey() == point.address.ledgerKey()) {
                notes.append(optOutInWords(optOut));
            }
        }
        html += rowOf(addressInWords(point.address, phones, details.phoneRegion), notes.join(u" · "_s));
    }
    return html + u"</table>"_s;
}

} // namespace

Result<ProfileSheet> readProfileSheet(LocalStore& store, const ClientDetails& details)
{
    ReferralQuery referralQuery;
    referralQuery.client = details.client.id;
    ActivityQuery activityQuery;
    activityQuery.client = details.client.id;
    const auto referrals = store.referrals().find(referralQuery, {0, mostReferrals});
    const auto timeline = store.activities().find(activityQuery, {0, mostEntries});
    const auto entries = store.activities().count(activityQuery);
    if (!referrals.ok() || !timeline.ok() || !entries.ok()) {
        return !referrals.ok() ? referrals.error() : !timeline.ok() ? timeline.error() : entries.error();
    }
    return ProfileSheet{details, *referrals, *timeline, *entries > mostEntries};
}

QString profileHtml(const ProfileSheet& sheet, const PhoneNumbers& phones, const Clock& clock)
{
    const Client& client = sheet.details.client;
    QString html = u"<h2>%1</h2><table>"_s.arg(escaped(client.fullName()));
    html += rowOf(Words::tr("Language"), languageInWords(client.language));
    html += rowOf(Words::tr("Time Zone"), timeZoneInWords(client.timeZone));
    if (client.birthDate.isValid()) {
        html += rowOf(Words::tr("Date of Birth"), QLocale().toString(client.birthDate, QLocale::LongFormat));
    }
    html += rowOf(Words::tr("Worker"), sheet.details.workerName) + u"</table>"_s;
    html += contactPoints(sheet.details, phones);
    html += heading(Words::tr("Referrals")) + u"<table>"_s;
    for (const ReferralRow& row : sheet.referrals) {
        html += rowOf(row.siteName, statusInWords(row.referral.status));
    }
    html += u"</table>"_s + heading(Words::tr("Timeline")) + u"<table>"_s;
    for (const ActivityRow& row : sheet.timeline) {
        html += rowOf(timeInWords(row.activity.at, clock.now()), activitySentence(row));
    }
    html += u"</table>"_s;
    if (sheet.timelineIsCut) {
        html += u"<p>%1</p>"_s.arg(Words::tr("Older entries are left out.").toHtmlEscaped());
    }
    return html + u"<p>%1</p>"_s.arg(
                      Words::tr("Printed %1. Confidential.").arg(timeInWords(clock.now(), clock.now())).toHtmlEscaped());
}

void printProfile(const ProfileSheet& sheet, const PhoneNumbers& phones, const Clock& clock, QWidget* parent,
                  std::function<void()> printed)
{
    auto* dialog = new QPrintDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"printDialog"_s);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), parent,
                     [html = profileHtml(sheet, phones, clock), printed = std::move(printed)](QPrinter* printer) {
                         QTextDocument document;
                         document.setHtml(html);
                         document.print(printer);
                         printed();
                     });
    dialog->open();
}

} // namespace handrail::ui
