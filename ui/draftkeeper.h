// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/storerunner.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <functional>

namespace handrail::ui {

/// Keeps what is typed into a form until it is saved or thrown away, through a closed window, a crash, a kill. It
/// writes a moment after the last key, into the encrypted store, never in the GUI thread.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    struct Form
    {
        /// What is typed and would be lost; an empty object where that is nothing.
        std::function<QJsonObject()> read;
        std::function<void(const QJsonObject&)> fill;
    };

    DraftKeeper(StoreRunner& store, const Clock& clock, Form form, QObject* parent);
    /// Writes what is still to be written.
    ~DraftKeeper() override;

    /// From now on the form is `name`'s. A draft of that name is filled in, unless something was typed before it came.
    void open(const QString& name, const QString& title);
    /// Calls changed() for each key into `field` (a line, a text, a combo box, a check box, a date) or its children.
    void follow(QWidget* field);
    /// The form has changed.
    void changed();
    /// It was saved, or thrown away by the person: the draft goes.
    void discard();
    /// Writes at once what waits to be written.
    void flush();

Q_SIGNALS:
    /// A draft from `savedAt` was filled in.
    void restored(const QDateTime& savedAt);

private:
    void restore(const Draft& draft);

    StoreRunner& m_store;
    const Clock& m_clock;
    Form m_form;
    QString m_name;
    QString m_title;
    QTimer m_timer;
    bool m_filling = false;
    bool m_typed = false;
};

} // namespace handrail::ui
