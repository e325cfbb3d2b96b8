// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDialog>

namespace handrail::ui {

class ClientListModel;
class SearchList;

/// Lets a worker choose a client, other than one.
class PickClientDialog : public QDialog
{
    Q_OBJECT

public:
    PickClientDialog(Services services, const QString& title, const QString& question, const ClientId& except,
                     QWidget* parent = nullptr);

Q_SIGNALS:
    void picked(const handrail::ClientId& id);

private:
    ClientListModel* m_model;
    SearchList* m_list;
};

} // namespace handrail::ui
