// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/merging.h"
#include "ui/services.h"

#include <QDialog>
#include <QHash>

class QGridLayout;
class QLabel;
class QPushButton;
class QRadioButton;

namespace handrail::ui {

class Notice;
class StatePane;

/// Two records of one person side by side: whose record goes on, and which value of each stays.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(Services services, const ClientId& a, const ClientId& b, QWidget* parent = nullptr);

Q_SIGNALS:
    void merged(const handrail::ClientId& kept);

private:
    void read(const ClientId& a, const ClientId& b);
    void showSides(const QList<casework::MergeSide>& sides);
    void addHeads();
    void addValue(casework::ProfileValue value, const QString& name, const QString& label, const QString& first,
                  const QString& second);
    int addCaption(const QString& label, Qt::Alignment alignment);
    void addPlain(const QString& label, const QString& first, const QString& second);
    [[nodiscard]] QString addressesOf(const Client& client) const;
    void describe();
    void merge();

    Services m_services;
    QString m_phoneRegion = QStringLiteral("US");
    QList<casework::MergeSide> m_sides;
    /// Of each value that differs, the radio button of the second record.
    QHash<casework::ProfileValue, QRadioButton*> m_second;
    QRadioButton* m_keepFirst = nullptr;
    QRadioButton* m_keepSecond = nullptr;
    QWidget* m_form;
    QGridLayout* m_grid;
    StatePane* m_states;
    Notice* m_notice;
    QLabel* m_effect;
    QPushButton* m_merge;
};

} // namespace handrail::ui
