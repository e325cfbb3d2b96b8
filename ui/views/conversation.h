// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/triage.h"
#include "ui/services.h"

#include <QScrollArea>

class QVBoxLayout;

namespace handrail::ui {

/// What passed between us and an address, as a phone shows it: ours at one side, the client's at the other.
class Conversation : public QScrollArea
{
    Q_OBJECT

public:
    explicit Conversation(const Clock& clock, QWidget* parent = nullptr);
    /// `waiting`: the message that is to be read; it stands last and stands out.
    void showHistory(const QList<casework::Exchange>& history, const Reply& waiting);

private:
    void add(const casework::Exchange& exchange);
    void addBubble(const QString& words, const QString& below, bool byClient, bool waiting);

    const Clock& m_clock;
    QVBoxLayout* m_column;
};

} // namespace handrail::ui
