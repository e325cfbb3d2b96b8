// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/composition/processguard.h"
#include "app/composition/systempolicy.h"

#include <QCoreApplication>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char* argv[])
{
    handrail::composition::guardProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"handrail-agent"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HANDRAIL_VERSION));
    qSetMessagePattern(u"%{time yyyy-MM-ddTHH:mm:ss.zzz} handrail-agent: %{message}"_s);

    auto options = handrail::agent::readOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(options.error().sentence));
        return handrail::agent::BadUsage;
    }
    if (!options->answer.isEmpty()) {
        std::fputs(qUtf8Printable(options->answer), stdout);
        return handrail::agent::Fine;
    }
    options->profile.policy = handrail::composition::systemPolicy();
    return handrail::agent::run(*options);
}
