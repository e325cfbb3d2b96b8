// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace handrail::trial {

/// What a phone shows of a conversation or a mailbox, from top to bottom. Each message is a widget of its own with its
/// words as accessible name, so that a screen reader, and the story, reads it.
class MessageList : public QScrollArea
{
    Q_OBJECT

public:
    explicit MessageList(const QString& name, QWidget* parent = nullptr);

    void clear();
    /// A quiet line in the middle: a day, or that there is nothing yet.
    void addLine(const QString& words);
    /// A text: the client's own stand on the right. Addresses of pages can be pressed.
    void addBubble(const QString& words, const QString& stamp, bool fromClient);
    void addMail(const QString& subject, const QString& about, const QString& words);
    /// Call one of them after the last message.
    void showStart();
    /// Scrolls to the end as soon as everything has its place.
    void showEnd();

private:
    QVBoxLayout* m_column;
    bool m_showEnd = false;
};

} // namespace handrail::trial
