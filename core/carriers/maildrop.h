// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"

namespace handrail {

/// Mail into a folder, one `.eml` file each, whole or not at all: for the trial and for mail systems that pick files
/// up. All tries of a mail are one file.
class MailDrop : public MailGateway
{
public:
    explicit MailDrop(QString folder);
    SendOutcome send(const OutgoingMail& mail) override;

private:
    QString m_folder;
};

} // namespace handrail
