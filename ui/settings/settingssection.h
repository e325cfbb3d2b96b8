// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/storerunner.h"
#include "ui/services.h"
#include "ui/views/widgets.h"

#include <QWidget>

class QVBoxLayout;

namespace handrail::ui {

class SecurityServices;

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

    /// What outlives the section; without it the section is one of a test of other things.
    virtual void useSecurity(SecurityServices* security) { m_security = security; }

Q_SIGNALS:
    void changed(); ///< isChanged() or problem() may answer otherwise now.
    void applied();

protected:
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    [[nodiscard]] Notice& notice() const { return *m_notice; }
    [[nodiscard]] const Services& services() const { return m_services; }
    [[nodiscard]] SecurityServices* security() const { return m_security; }
    /// A caption with the field below it, and room for its problem; the problem's label.
    class ProblemLabel* addField(QVBoxLayout* into, QWidget* field, const QString& name, const QString& label);
    /// Wraps a field's explanation below it.
    void addHint(QVBoxLayout* into, const QString& sentence);

    /// What only an administrator gets to see: `read` (LocalStore& -> Result<T>) is asked, and `take` (T) gets the answer
    /// where this desk's worker is one; then `content` is shown, if the server's administration can be reached from
    /// here. Others are told `refusal`.
    template <typename Read, typename Take>
    void loadForAdministrator(QWidget* content, Read read, const QString& refusal, Take take);

private:
    Services m_services;
    SecurityServices* m_security = nullptr;
    QString m_title;
    QVBoxLayout* m_column;
    Notice* m_notice;
};

template <typename Read, typename Take>
void SettingsSection::loadForAdministrator(QWidget* content, Read read, const QString& refusal, Take take)
{
    using Kept = std::decay_t<decltype(read(std::declval<LocalStore&>()).value())>;
    struct Reading
    {
        Kept found;
        bool administrator = false;
    };
    askStore(
        m_services.store, this,
        [worker = m_services.worker, read](LocalStore& store) -> Result<Reading> {
            const auto found = read(store);
            const auto me = store.agencies().user(worker);
            if (!found.ok() || !me.ok()) {
                return found.ok() ? me.error() : found.error();
            }
            return Reading{*found, *me && (**me).role == handrail::Role::Administrator};
        },
        [this, content, refusal, take](const Result<Reading>& reading) {
            if (!reading.ok()) {
                m_notice->say(Notice::Tone::Bad, reading.error().sentence);
                return;
            }
            content->setVisible(reading->administrator && m_services.admin);
            if (reading->administrator) {
                take(reading->found);
            } else {
                m_notice->say(Notice::Tone::Info, refusal);
            }
        });
}

} // namespace handrail::ui
