// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/previews.h"
#include "core/ports/phonenumbers.h"

#include <QFrame>

class QVBoxLayout;

namespace handrail::ui {

/// What the client will receive and when: the texts as their phone shows them, the emails as a mail program does, in
/// the client's language, and the days of the follow-ups.
class MessageTimeline : public QFrame
{
    Q_OBJECT

public:
    MessageTimeline(const PhoneNumbers& phones, QWidget* parent = nullptr);
    /// One list a channel, or why its messages can't be written; nothing of a channel that is not ticked.
    void showMessages(const QList<Result<QList<casework::MessagePreview>>>& channels,
                      const casework::SharePanel& panel);

private:
    void addLanguage(const casework::SharePanel& panel);
    void addPhone(const QList<casework::MessagePreview>& texts, const casework::SharePanel& panel);
    void addMail(const casework::MessagePreview& mail, const casework::SharePanel& panel);
    void addDays(const QList<casework::MessagePreview>& messages, const casework::SharePanel& panel);

    const PhoneNumbers& m_phones;
    QVBoxLayout* m_column;
};

/// "1 segment · 142 of 160 characters", or what makes it dearer.
QString sizeInWords(const SmsSize& size);

/// Why a follow-up leaves at another time than the share did; empty where it does not.
QString moveInWords(FollowUpMove move, const ContactWindow& window);

} // namespace handrail::ui
