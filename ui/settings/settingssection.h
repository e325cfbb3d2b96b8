// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QVBoxLayout;

namespace handrail::ui {

class Notice;

/// One section of the settings. Those that are kept at once (the look, say) have nothing to save; the others show what
/// is kept until somebody edits, and keep it by apply().
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the object name and prefixes those inside; `title` and `sentence` stand at the top.
    SettingsSection(Services services, const QString& name, const QString& title, const QString& sentence);

    [[nodiscard]] const QString& title() const { return m_title; }
    /// Reads what is kept and shows it, unless something is edited.
    virtual void load() {}
    /// Keeps what was edited; applied() or a problem in words follows.
    virtual void apply() {}
    /// Back to what is kept.
    virtual void reset() {}
    [[nodiscard]] virtual bool isChanged() const { return false; }
    /// The first thing that keeps it from being kept, in words; empty where nothing does.
    [[nodiscard]] virtual QString problem() const { return {}; }

Q_SIGNALS:
    void changed(); ///< isChanged() or problem() may answer otherwise now.
    void applied();

protected:
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    [[nodiscard]] Notice& notice() const { return *m_notice; }
    [[nodiscard]] const Services& services() const { return m_services; }
    /// A caption with the field below it, and room for its problem; the problem's label.
    class ProblemLabel* addField(QVBoxLayout* into, QWidget* field, const QString& name, const QString& label);
    /// Wraps a field's explanation below it.
    void addHint(QVBoxLayout* into, const QString& sentence);

private:
    Services m_services;
    QString m_title;
    QVBoxLayout* m_column;
    Notice* m_notice;
};

} // namespace handrail::ui
