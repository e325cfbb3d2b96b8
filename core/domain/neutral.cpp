// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/neutral.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr qsizetype longestName = 30; // The English first text stays within one part.

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Neutral)
};

QString nameIn(const QJsonObject& templates)
{
    return templates.value(neutralNameKey).toString().simplified();
}

} // namespace

bool isNeutral(const QJsonObject& templates)
{
    return !nameIn(templates).isEmpty();
}

QString nameForClients(const Agency& agency)
{
    const QString neutral = nameIn(agency.templates);
    return neutral.isEmpty() ? agency.programName : neutral;
}

QString neutralNameProblem(const QString& name, const QString& programName)
{
    const QString plain = name.simplified();
    if (plain.isEmpty())
        return {};
    if (plain.size() > longestName)
        return Words::tr("The neutral name may have at most %1 characters.").arg(longestName);
    if (plain.contains(u'{') || plain.contains(u'}'))
        return Words::tr("The neutral name is sent as it stands: leave out { and }.");
    if (!programName.trimmed().isEmpty() && plain.contains(programName.simplified(), Qt::CaseInsensitive))
        return Words::tr("The neutral name must not have the program’s name in it.");
    return {};
}

} // namespace handrail
