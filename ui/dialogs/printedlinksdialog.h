// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/printedlinksmodel.h"
#include "ui/services.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace handrail::ui {

class Notice;
class StatePane;

/// The links on a client's printed sheets, as the server has them, and «Revoke» for a sheet that was lost. Needs the
/// server: offline it says so and offers to try again.
class PrintedLinksDialog : public QDialog
{
    Q_OBJECT

public:
    PrintedLinksDialog(Services services, const ClientId& client, const QString& clientName, QWidget* parent = nullptr);

private:
    void ask();
    /// Adds what this desk's store knows: names of sites and workers.
    void name(const QList<protocol::PrintedLink>& links);
    void showState();
    void showChosen();
    void revoke();
    void noteRevoked(const protocol::PrintedLink& link);

    Services m_services;
    ClientId m_client;
    PrintedLinksModel* m_model;
    QListView* m_list;
    StatePane* m_states;
    Notice* m_notice;
    QPushButton* m_revoke;
};

/// Opens the dialog over `parent`.
void openPrintedLinks(const Services& services, const ClientId& client, const QString& clientName, QWidget* parent);

} // namespace handrail::ui
