// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/phonenumbers.h"
#include "core/ports/stores.h"

#include <QTimeZone>

/// Values in the worker's words: everything a person reads that is not a fixed label of one screen.
namespace handrail::ui {

/// All five, in the order in which work goes.
const QList<ReferralStatus>& allStatuses();
/// "Unstarted", "In-Review" ... in the worker's language.
QString statusInWords(ReferralStatus status);
QString answerInWords(Answer answer);
/// "Yes", "No", "No longer interested": where there is little room.
QString answerInShort(Answer answer);
QString messageStateInWords(MessageState state);

/// "Today, 2:03 PM", "Yesterday, 9:10 AM", "Mon, Oct 12, 2026, 9:10 AM" in the worker's own time zone.
QString timeInWords(const QDateTime& at, const QDateTime& now);
/// "Mon, Oct 12" in `zone`.
QString dayInWords(const QDateTime& at, const QTimeZone& zone);
/// "2:03 PM" in `zone`.
QString clockInWords(const QDateTime& at, const QTimeZone& zone);
/// The zone of that IANA name, or UTC where the machine knows none.
QTimeZone zoneOf(const QString& ianaName);

/// "English", "Spanish (español)".
QString languageInWords(const QString& bcp47);
/// The languages that a client is offered, most spoken in the United States first.
QStringList everydayLanguages();
/// "Eastern Time (America/New_York)", or the IANA name alone where it has no everyday name.
QString timeZoneInWords(const QString& ianaName);
/// IANA names, the United States' first, then all others by name.
QStringList timeZones();

/// The label of a phone or email («Mobile», «Home», the worker's own word) in the reader's language, and back.
QString labelInWords(const QString& label);
QString labelToKeep(const QString& typed);

/// National form of a phone number, or the email address itself.
QString addressInWords(const Address& address, const PhoneNumbers& phones, const QString& region);
/// The same for an E.164 number kept as text; anything else comes back as it is.
QString phoneInWords(const QString& e164, const PhoneNumbers& phones, const QString& region);

/// One sentence a person would say: "Maria answered by text: Yes, I’ve received services - Service Completed".
QString activitySentence(const ActivityRow& row);
QString activityIcon(const Activity& activity);
/// Which message made an automatic change: "by link in the follow-up text sent Mon, Oct 12 (rule R6)"; empty for what a
/// worker did.
QString automaticSource(const ActivityRow& row);

/// Fits for one line of a list: line breaks become blanks, and a text of megabytes is cut.
QString oneLine(const QString& text);

} // namespace handrail::ui
