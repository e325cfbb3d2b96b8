// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/devicesbox.h"

#include "core/domain/reasons.h"
#include "ui/adminservices.h"
#include "ui/securityservices.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

QString nameOf(const protocol::Device& device)
{
    return device.name.isEmpty() ? DevicesBox::tr("A device without a name") : oneLine(device.name);
}

} // namespace

DevicesBox::DevicesBox(Services services, const std::optional<User>& other)
    : m_services(services)
    , m_other(other)
    , m_rows(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(scaled(8));
    column->addWidget(makeLabel(tr("Devices"), u"strong"_s));
    column->addWidget(
        makeLabel(m_other ? tr("Where this person is signed in. Have wiped what was lost, or what they did not give back.")
                          : tr("Where you are signed in. Sign out what you no longer have, or do not know: it is out at "
                     "once, and what was done there before stays."),
                  u"muted"_s, true));
    m_rows->setSpacing(scaled(8));
    column->addLayout(m_rows);
}

void DevicesBox::load()
{
    if (m_other ? !m_services.admin : !m_services.account) {
        return;
    }
    if (m_rows->count() == 0) {
        m_rows->addWidget(makeLabel(tr("Asking the server…"), u"muted"_s));
    }
    const auto take = [this](const Result<protocol::DevicesAnswer>& answer) {
        if (answer.ok()) {
            show(answer->devices);
            return;
        }
        clearLayout(m_rows);
        const QString what = m_other ? tr("These devices can’t be shown now.") : tr("Your devices can’t be shown now.");
        m_rows->addWidget(makeLabel(what + u' ' + reasonInWords(answer.error().sentence), u"muted"_s, true));
    };
    if (m_other) {
        m_services.admin->askDevices(m_other->id, this, take);
    } else {
        m_services.account->askDevices(this, take);
    }
}

void DevicesBox::show(const QList<protocol::Device>& devices)
{
    clearLayout(m_rows);
    for (const protocol::Device& device : devices) {
        m_rows->addWidget(rowOf(device));
    }
    if (devices.isEmpty()) {
        m_rows->addWidget(makeLabel(tr("Signed in nowhere."), u"muted"_s, true));
    }
}

QWidget* DevicesBox::rowOf(const protocol::Device& device)
{
    auto* frame = new QFrame;
    frame->setProperty("role", u"card"_s);
    frame->setObjectName(u"device-"_s + device.id.toString());
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(scaled(16), scaled(8), scaled(8), scaled(8));
    auto* words = new QVBoxLayout;
    words->addWidget(makeLabel(device.isThis ? tr("%1 (this device)").arg(nameOf(device)) : nameOf(device), {}, true));
    const QDateTime now = m_services.clock.now();
    words->addWidget(makeLabel(
        tr("Last seen: %1. Signed in: %2").arg(timeInWords(device.lastSeenAt, now), timeInWords(device.madeAt, now)),
        u"muted"_s, true));
    row->addLayout(words, 1);
    if (!device.isThis) {
        auto* out = makeButton(u"revoke-"_s + device.id.toString(), tr("Sign Out This Device…"));
        out->setAccessibleName(tr("Sign out %1").arg(nameOf(device)));
        row->addWidget(out, 0, Qt::AlignVCenter);
        connect(out, &QPushButton::clicked, this, [this, device] { ask(device); });
    }
    return frame;
}

void DevicesBox::ask(const protocol::Device& device)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Sign Out This Device"),
                                tr("Sign out %1?").arg(nameOf(device)), QMessageBox::NoButton, this);
    box->setObjectName(u"revokeQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("It is refused from now on and asks for a sign-in. Changes made there that have not reached "
           "the server stay on it and go out after the next sign-in.") +
        u"\n\n"_s +
        tr("Where it was lost or stolen, have it wiped: as soon as it reaches the server again, it removes all clients’ data "
           "and their key. What had not reached the server is lost then. Until it is back online its data stay encrypted."));
    QPushButton* out = box->addButton(tr("Sign Out"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(QMessageBox::Cancel);
    out->setObjectName(u"revokeYes"_s);
    box->setDefaultButton(cancel);
    connect(out, &QPushButton::clicked, this, [this, device] { revoke(device); });
    if (m_security) {
        QPushButton* away = box->addButton(tr("Sign Out and Wipe"), QMessageBox::DestructiveRole);
        away->setObjectName(u"revokeWipe"_s);
        connect(away, &QPushButton::clicked, this, [this, device] { wipe(device); });
    }
    box->open();
}

void DevicesBox::revoke(const protocol::Device& device)
{
    m_services.account->revokeDevice(device.id, this,
                                     [this, device](const Result<void>& done) { settle(device, done); });
}

void DevicesBox::wipe(const protocol::Device& device)
{
    m_security->wipeDevice(device.id, this, [this, device](const Result<void>& done) { settle(device, done); });
}

void DevicesBox::settle(const protocol::Device& device, const Result<void>& done)
{
    // Somebody else was faster: it is out, which is what was asked for.
    if (done.ok() || done.error().code == ErrorCode::NotFound) {
        Q_EMIT signedOut(nameOf(device));
    } else {
        Q_EMIT trouble(reasonInWords(done.error().sentence));
    }
    load();
}

} // namespace handrail::ui
