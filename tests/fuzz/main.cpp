// SPDX-License-Identifier: GPL-3.0-or-later
// One program for all targets, so that it links once: HANDRAIL_FUZZ_TARGET names the one that runs.
#include "tests/fuzz/target.h"

#include <QCoreApplication>
#include <QDir>
#include <QList>
#include <QTemporaryDir>
#include <cstdint>
#include <cstdio>

namespace handrail::fuzz {

namespace {

QList<Target>& targets()
{
    static QList<Target> all;
    return all;
}
const Target* chosen = nullptr;

} // namespace

Registered::Registered(const char* name, std::function<void(const QByteArray&)> read)
{
    targets().append({name, std::move(read)});
}

const QString& scratchFolder()
{
    static const QString memory = QStringLiteral("/dev/shm");
    static const QTemporaryDir made((QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
                                    QStringLiteral("/handrail-fuzz-XXXXXX"));
    static const QString path = made.path();
    return path;
}

} // namespace handrail::fuzz

using namespace handrail::fuzz;

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv)
{
    static QCoreApplication application(*argc, *argv);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    const QByteArray wanted = qgetenv("HANDRAIL_FUZZ_TARGET");
    if (wanted == "list") {
        for (const Target& target : targets())
            std::puts(target.name);
        std::exit(0);
    }
    for (const Target& target : targets())
        if (wanted == target.name)
            chosen = &target;
    if (chosen == nullptr) {
        std::fprintf(stderr, "HANDRAIL_FUZZ_TARGET names no target; «list» lists them\n");
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    chosen->read(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    return 0;
}
