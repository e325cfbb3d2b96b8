// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/clientimport.h"

#include <QScrollArea>

class QComboBox;
class QGridLayout;

namespace handrail::ui {

/// Which column of a file goes where: its name, an example from it, and a drop-down.
class ImportColumnsView : public QScrollArea
{
    Q_OBJECT

public:
    explicit ImportColumnsView(QWidget* parent = nullptr);
    void show(const casework::ImportTable& table, const QList<casework::ImportField>& fields);
    [[nodiscard]] QList<casework::ImportField> fields() const;

Q_SIGNALS:
    void edited();

private:
    QWidget* m_inner;
    QGridLayout* m_grid;
    QList<QComboBox*> m_boxes;
};

} // namespace handrail::ui
