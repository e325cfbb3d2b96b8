// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <QObject>

namespace handrail::ui {

/// The client being worked with: what the header shows and what «Add to Basket» and the basket refer to.
class ChosenClient : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] const std::optional<ClientId>& id() const { return m_id; }
    void choose(const ClientId& id)
    {
        if (m_id != id) {
            m_id = id;
            Q_EMIT changed();
        }
    }
    /// The client left this computer: nobody is chosen.
    void forget()
    {
        if (m_id) {
            m_id.reset();
            Q_EMIT changed();
        }
    }

Q_SIGNALS:
    void changed();

private:
    std::optional<ClientId> m_id;
};

} // namespace handrail::ui
