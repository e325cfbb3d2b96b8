// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"

#include <QComboBox>

class QStandardItemModel;

namespace handrail::ui {

/// A filter's field: typing narrows the list of values, which shows how many sites each has. Empty: any.
class OptionField : public QComboBox
{
    Q_OBJECT

public:
    /// `any`: what the field says while nothing is chosen ("Any city").
    OptionField(const QString& name, const QString& label, const QString& any, QWidget* parent = nullptr);

    /// The values to choose from; what is chosen stays.
    void setOptions(const QList<SiteOption>& options);
    /// The value chosen as the options write it; empty where none is, or what was typed is none of them.
    [[nodiscard]] const QString& value() const { return m_value; }
    void clear();

Q_SIGNALS:
    void valueChanged();

private:
    void readField();

    QStandardItemModel* m_options;
    QString m_value;
};

} // namespace handrail::ui
