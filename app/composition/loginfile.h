// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/loginstart.h"

namespace handrail::composition {

/// A login start that is a file: there and in force, or not there.
class LoginFile : public LoginStart
{
public:
    /// `text`: what the file shall say. `inForce`: whether what it says (the person may have edited it) still starts
    /// the agent.
    LoginFile(QString path, QString text, bool (*inForce)(const QString& text));
    [[nodiscard]] bool isOn() const override;
    Result<void> set(bool on) override;

private:
    QString m_path;
    QString m_text;
    bool (*m_inForce)(const QString& text);
};

} // namespace handrail::composition
