// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/carrier/trialroutes.h"
#include "core/system/fileoffsetclock.h"
#include "core/system/systemclock.h"
#include "core/system/systemrandom.h"
#include "server/http/httpserver.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <cstdio>
#include <string>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;

/// The trial's carrier: on this machine only, for trials and tests.
int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    CLI::App cli("A stand-in for the carriers: Twilio's API for texts, a folder of .eml files for mail. For trials and tests only.");
    int port = 0;
    std::string number = "+16505550100";
    std::string account = "AC00000000000000000000000000000000";
    std::string journal;
    std::string mailDrop;
    std::string clockFile;
    cli.add_option("--port", port, "Port on 127.0.0.1; 0: a free one");
    cli.add_option("--number", number, "The agency's sending number");
    cli.add_option("--account", account, "Twilio account sid");
    cli.add_option("--journal", journal, "File in which texts are kept");
    cli.add_option("--maildrop", mailDrop, "Folder of .eml files that the client's phone shows");
    cli.add_option("--clock-file", clockFile, "The file with the trial's clock offset in seconds");
    CLI11_PARSE(cli, argc, argv);

    const SystemClock machine;
    const FileOffsetClock clock(machine, QString::fromStdString(clockFile));
    SystemRandom random;
    trial::TrialCarrier carrier(clock, random, QString::fromStdString(account), QString::fromStdString(journal));
    server::Router router;
    trial::registerTrialRoutes(router, carrier, clock,
                               {.accountSid = QString::fromStdString(account),
                                .sendingNumber = QString::fromStdString(number),
                                .mailDrop = QString::fromStdString(mailDrop)});
    server::News news;
    server::HttpServer http({.port = quint16(port), .stopOnSignals = true}, router, news);
    const auto listening = http.listen();
    if (!listening) {
        std::fprintf(stderr, "%s\n", qPrintable(listening.error().sentence));
        return 1;
    }
    http.start();
    std::printf("The trial's carrier listens on http://127.0.0.1:%d\n", int(*listening));
    std::fflush(stdout);
    http.waitForStop();
    http.stop();
    return 0;
}
