// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clientrecordsmenu.h"

#include "ui/adminservices.h"
#include "ui/dialogs/erasedialog.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QMenu>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ClientRecordsMenu::ClientRecordsMenu(Services services, QMenu* menu, Notice* notice, QWidget* window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
    , m_notice(notice)
    , m_export(menu->addAction(tr("Export Everything Kept…"), this, &ClientRecordsMenu::chooseFile))
    , m_erase(menu->addAction(tr("Erase Client…"), this, &ClientRecordsMenu::confirm))
{
    m_export->setObjectName(u"actionExportClient"_s);
    m_erase->setObjectName(u"actionEraseClient"_s);
    m_export->setVisible(false);
    m_erase->setVisible(false);
}

void ClientRecordsMenu::show(const Client& client)
{
    m_client = client;
    askStore(
        m_services.store, this, [worker = m_services.worker](LocalStore& store) { return store.agencies().user(worker); },
        [this](const Result<std::optional<User>>& me) {
            const bool may = m_services.admin && me.ok() && *me && (**me).role == handrail::Role::Administrator;
            m_export->setVisible(may);
            m_erase->setVisible(may);
        });
}

void ClientRecordsMenu::chooseFile()
{
    auto* dialog = new QFileDialog(m_window, tr("Export Everything Kept"), tr("client.json"), tr("JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ClientRecordsMenu::exportTo);
    dialog->open();
}

void ClientRecordsMenu::exportTo(const QString& path)
{
    m_services.admin->exportClient(m_client->id, this, [this, path](const Result<QJsonObject>& document) {
        if (!document.ok()) {
            m_notice->say(Notice::Tone::Bad, document.error().sentence);
            return;
        }
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) &&
                             file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                             file.write(QJsonDocument(*document).toJson()) > 0 && file.commit();
        if (written) {
            m_notice->say(Notice::Tone::Good, tr("All that is kept is in the file. Only you can read it; keep it safe."));
        } else {
            m_notice->say(Notice::Tone::Bad, tr("The file can’t be written there. Choose another folder."));
        }
    });
}

void ClientRecordsMenu::confirm()
{
    const QString name = oneLine(m_client->fullName());
    auto* dialog = new EraseDialog({tr("Erase Client"), tr("Erase %1 for good?").arg(name), name,
                                    tr("Type the client’s name to confirm: %1").arg(name), tr("Erase for Good")},
                                   m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EraseDialog::confirmed, this, [this, dialog] { erase(dialog); });
    dialog->open();
}

void ClientRecordsMenu::erase(EraseDialog* dialog)
{
    m_services.admin->eraseClient(m_client->id, dialog, [this, dialog](const Result<protocol::ErasureAnswer>& answer) {
        if (!answer.ok()) {
            dialog->say(answer.error().sentence);
            return;
        }
        dialog->accept();
        m_notice->say(Notice::Tone::Good,
                      tr("The client is erased on the server. Every device drops them when it next reaches it."));
        m_services.agent.lookNow();
    });
}

} // namespace handrail::ui
