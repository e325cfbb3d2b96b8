// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draftkeeper.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace handrail::ui {

namespace {

constexpr int afterLastKeyMs = 300;

} // namespace

DraftKeeper::DraftKeeper(StoreRunner& store, const Clock& clock, Form form, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_form(std::move(form))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(afterLastKeyMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

DraftKeeper::~DraftKeeper()
{
    // The fields may be gone by now: whoever closes a form flushes first. What waits is at most the last 300 ms.
    m_timer.stop();
}

void DraftKeeper::open(const QString& name, const QString& title)
{
    if (name == m_name) {
        m_title = title;
        return;
    }
    flush();
    m_name = name;
    m_title = title;
    m_typed = false;
    askStore(
        m_store, this, [name](LocalStore& store) { return store.drafts().draft(name); },
        [this, name](const Result<std::optional<Draft>>& draft) {
            if (draft.ok() && *draft && name == m_name && !m_typed) {
                restore(**draft);
            }
        });
}

void DraftKeeper::restore(const Draft& draft)
{
    m_filling = true;
    m_form.fill(draft.content);
    m_filling = false;
    Q_EMIT restored(draft.savedAt);
}

void DraftKeeper::follow(QWidget* field)
{
    const auto note = [this] { changed(); };
    if (auto* combo = qobject_cast<QComboBox*>(field)) {
        connect(combo, &QComboBox::currentTextChanged, this, note);
    } else if (auto* line = qobject_cast<QLineEdit*>(field)) {
        connect(line, &QLineEdit::textChanged, this, note);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(field)) {
        connect(text, &QPlainTextEdit::textChanged, this, note);
    } else if (auto* box = qobject_cast<QCheckBox*>(field)) {
        connect(box, &QCheckBox::toggled, this, note);
    } else if (auto* date = qobject_cast<QDateEdit*>(field)) {
        connect(date, &QDateEdit::dateChanged, this, note);
    } else {
        const auto children = field->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
        for (QWidget* child : children) {
            follow(child);
        }
    }
}

void DraftKeeper::changed()
{
    if (!m_filling && !m_name.isEmpty()) {
        m_typed = true;
        m_timer.start();
    }
}

void DraftKeeper::discard()
{
    m_timer.stop();
    if (!m_name.isEmpty()) {
        m_store.run([name = m_name](LocalStore& store) {
            // A draft that can't be deleted is offered once more; nothing is lost.
            (void)store.drafts().discard(name);
        });
    }
}

void DraftKeeper::flush()
{
    if (!m_timer.isActive() && sender() != &m_timer) {
        return;
    }
    m_timer.stop();
    Draft draft{m_name, m_title, m_form.read(), m_clock.now()};
    if (draft.content.isEmpty()) {
        discard();
        return;
    }
    m_store.run([draft = std::move(draft)](LocalStore& store) {
        // Where the disk is full the text still stands in the field, and saving it says so.
        (void)store.drafts().save(draft);
    });
}

} // namespace handrail::ui
