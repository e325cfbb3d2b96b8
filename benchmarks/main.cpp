// SPDX-License-Identifier: GPL-3.0-or-later
/// handrail-bench: what ./bench measures inside one process. The scripts beside it make the table of what it prints.
#include "benchmarks/commands.h"
#include "benchmarks/must.h"

#include <QCoreApplication>
#include <QMap>

using namespace handrail::bench;

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QMap<QString, int (*)(const QStringList&)> commands = {
        {QStringLiteral("share"), shareBench},      {QStringLiteral("fill"), fillBench},
        {QStringLiteral("growth"), growthBench},    {QStringLiteral("mails"), mailBench},
        {QStringLiteral("texts"), textBench},       {QStringLiteral("bare-texts"), bareTextBench},
    };
    const QStringList arguments = QCoreApplication::arguments();
    const auto command = commands.value(arguments.value(1));
    if (command == nullptr)
        stop(QStringLiteral("name one of: ") + QStringList(commands.keys()).join(QStringLiteral(", ")));
    return command(arguments.mid(2));
}
