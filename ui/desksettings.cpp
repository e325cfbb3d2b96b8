// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desksettings.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

QString& fileInUse()
{
    static QString file;
    return file;
}

} // namespace

std::unique_ptr<QSettings> deskSettings()
{
    if (fileInUse().isEmpty()) {
        return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"Handrail"_s, u"handrail"_s);
    }
    return std::make_unique<QSettings>(fileInUse(), QSettings::IniFormat);
}

void useDeskSettings(const QString& file)
{
    fileInUse() = file;
}

} // namespace handrail::ui
