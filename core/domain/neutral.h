// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"

namespace handrail {

/// Neutral wording (docs/decisions/0292): an agency that has a neutral name writes under it, in words that tell nothing of
/// the program, the resource sites, the services or the worker, since somebody else may read the client's messages. The
/// name stands among the agency's texts under this key; so an agency without it needs no new column anywhere.
inline constexpr QLatin1String neutralNameKey("neutral.name");

/// Before the key of a neutral text: "neutral.initial.text.en".
inline constexpr QLatin1String neutralPrefix("neutral.");

/// Whether there is a neutral name.
bool isNeutral(const QJsonObject& templates);

/// What clients read of who writes: the neutral name, or else the program's.
QString nameForClients(const Agency& agency);

/// Why the name can't be used; empty: it can, or there is none. `programName`: what it must not say.
QString neutralNameProblem(const QString& name, const QString& programName);

} // namespace handrail
