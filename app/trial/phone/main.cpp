// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/phone/phonewindow.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"handrail-trial-phone"_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{u"carrier"_s, u"Where the trial's carrier listens."_s, u"URL"_s},
         {u"clock-file"_s, u"The file with the trial's clock offset in seconds."_s, u"FILE"_s},
         {u"time-zone"_s, u"The clients' time zone (IANA name)."_s, u"ZONE"_s, u"America/Los_Angeles"_s}});
    parser.process(application);
    if (!parser.isSet(u"carrier"_s) || !parser.isSet(u"clock-file"_s))
        parser.showHelp(2);
    handrail::trial::PhoneWindow window(QUrl(parser.value(u"carrier"_s)), parser.value(u"clock-file"_s),
                                        QTimeZone(parser.value(u"time-zone"_s).toUtf8()));
    window.show();
    return QApplication::exec();
}
