// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/askpassword.h"

#include <iostream>

namespace handrail::server {

QString askPassword(const QString& prompt)
{
    std::cerr << prompt.toStdString() << std::flush;
    std::string line;
    std::getline(std::cin, line);
    return QString::fromStdString(line).trimmed();
}

} // namespace handrail::server
