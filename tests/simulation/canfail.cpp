// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/commandline.h"
#include "tests/simulation/world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstring>

/// The proof that the simulation can fail: each deliberate defect (defects.py) must be caught within so many seeds.
///     simulation_can_fail [NAME]                  the table, or one line of it
///     simulation_can_fail --defect NAME ARGS…     what tests/simulate ARGS does, with the defect
namespace {

constexpr quint64 mostSeeds = 40;

struct Defect
{
    const char* name;
    const char* file;
    const char* mode;
    bool planted;
};
#include "defects.h"

const char* switchedOn = "";

} // namespace

namespace handrail::sim {

bool defect(const char* name);
bool defect(const char* name)
{
    return std::strcmp(name, switchedOn) == 0;
}

} // namespace handrail::sim

int main(int argc, char* argv[])
{
    using namespace handrail::sim;
    beRepeatable();
    const QCoreApplication application(argc, argv);
    if (argc > 2 && std::strcmp(argv[1], "--defect") == 0) {
        switchedOn = argv[2];
        return simulateBy(QCoreApplication::arguments().mid(2));
    }
    (void)Founding::get();
    int missed = 0;
    printf("%-30s %-8s %-5s %-6s %s\n", "defect", "caught", "seeds", "s", "as");
    for (const Defect& defect : defects) {
        if (argc > 1 && std::strcmp(argv[1], defect.name) != 0)
            continue;
        QElapsedTimer timer;
        timer.start();
        switchedOn = defect.name;
        std::optional<Violation> caught;
        quint64 seed = 0;
        while (defect.planted && !caught && seed < mostSeeds)
            caught = World(Setting{.seed = ++seed, .mode = defect.mode}).run().violation;
        missed += caught ? 0 : 1;
        printf("%-30s %-8s %-5llu %-6.1f %s: %s\n", defect.name,
               caught           ? "yes"
               : defect.planted ? "NO"
                                : "NO PLACE",
               seed, double(timer.elapsed()) / 1000, caught ? qPrintable(caught->invariant) : "",
               caught           ? qPrintable(caught->sentence)
               : defect.planted ? ""
                                : defect.file);
        fflush(stdout);
    }
    if (missed > 0)
        printf("%d were not caught within %llu seeds, or have no place any more (tests/simulation/defects.py)\n",
               missed, mostSeeds);
    return missed > 0;
}
