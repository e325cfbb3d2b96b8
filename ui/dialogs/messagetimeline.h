// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/previews.h"

#include <QFrame>

class QVBoxLayout;

namespace handrail::ui {

/// What the client will receive and when, as a phone would show it.
class MessageTimeline : public QFrame
{
    Q_OBJECT

public:
    explicit MessageTimeline(QWidget* parent = nullptr);
    void showMessages(const QList<casework::MessagePreview>& previews, const casework::SharePanel& panel);

private:
    void addDay(const casework::MessagePreview& preview, const QTimeZone& zone);
    void addMessage(const casework::MessagePreview& preview, const casework::SharePanel& panel);

    QVBoxLayout* m_column;
};

/// "1 segment · 142 of 160 characters", or what makes it dearer.
QString sizeInWords(const SmsSize& size);

} // namespace handrail::ui
