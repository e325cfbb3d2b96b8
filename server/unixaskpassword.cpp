// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/askpassword.h"

#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace handrail::server {

namespace {

/// The terminal of stdin does not show what is typed as long as this lives; nothing where stdin is no terminal.
class HiddenTyping
{
public:
    HiddenTyping()
        : m_hidden(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_hidden)
            return;
        termios hiding = m_before;
        hiding.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hiding);
    }
    ~HiddenTyping()
    {
        if (m_hidden)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;

private:
    termios m_before{};
    bool m_hidden;
};

} // namespace

QString askPassword(const QString& prompt)
{
    const bool person = ::isatty(STDIN_FILENO) == 1;
    std::string line;
    if (person)
        std::cerr << prompt.toStdString() << std::flush;
    {
        const HiddenTyping hidden;
        std::getline(std::cin, line);
    }
    if (person)
        std::cerr << std::endl;
    return QString::fromStdString(line).trimmed();
}

} // namespace handrail::server
