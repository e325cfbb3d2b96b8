// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/savedfilterbox.h"

#include "core/casework/savedfilters.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

const QString listName = u"referrals"_s;
const QString otherKey = u"other"_s;

QString builtInName(const QString& key)
{
    if (key == u"all"_s) {
        return SavedFilterBox::tr("All referrals");
    }
    if (key == u"mine"_s) {
        return SavedFilterBox::tr("Mine");
    }
    if (key == u"open"_s) {
        return SavedFilterBox::tr("Open");
    }
    if (key == u"waiting"_s) {
        return SavedFilterBox::tr("Waiting for an answer");
    }
    if (key == u"answered_no"_s) {
        return SavedFilterBox::tr("Answered No");
    }
    if (key == u"quiet"_s) {
        return SavedFilterBox::tr("Gone quiet");
    }
    return SavedFilterBox::tr("Not shared yet");
}

QString builtInTip(const QString& key)
{
    if (key == u"mine"_s) {
        return SavedFilterBox::tr("Open referrals of your clients");
    }
    if (key == u"waiting"_s) {
        return SavedFilterBox::tr("A follow-up left and the client has not answered yet");
    }
    if (key == u"quiet"_s) {
        return SavedFilterBox::tr("Open, and nothing has happened for two weeks; the longest first");
    }
    return builtInName(key);
}

} // namespace

SavedFilterBox::SavedFilterBox(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_box(new QComboBox)
    , m_menu(makeButton(u"savedFilterMenu"_s, tr("Save or Change Filter")))
{
    identify(m_box, u"savedFilter"_s, tr("Filter"));
    fitToEntries(m_box);
    makeMenu();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_box);
    row->addWidget(m_menu);
    connect(m_box, &QComboBox::activated, this, &SavedFilterBox::choose);
    fill({}, {});
    read();
}

void SavedFilterBox::makeMenu()
{
    auto* menu = new QMenu(this);
    const QAction* save = menu->addAction(tr("Save as a New Filter…"));
    m_replace = menu->addAction(tr("Save Changes to This Filter"));
    m_rename = menu->addAction(tr("Rename…"));
    m_remove = menu->addAction(tr("Delete"));
    menu->addSeparator();
    m_first = menu->addAction(tr("Show This Filter First"));
    m_first->setCheckable(true);
    m_menu->setText(tr("Save"));
    m_menu->setMenu(menu);
    connect(save, &QAction::triggered, this, &SavedFilterBox::save);
    connect(m_replace, &QAction::triggered, this, &SavedFilterBox::replace);
    connect(m_rename, &QAction::triggered, this, &SavedFilterBox::rename);
    connect(m_remove, &QAction::triggered, this, &SavedFilterBox::remove);
    connect(m_first, &QAction::triggered, this, &SavedFilterBox::showFirst);
}

QString SavedFilterBox::key() const
{
    return m_box->currentData().toString();
}

std::optional<SavedFilterId> SavedFilterBox::savedId() const
{
    return SavedFilterId::fromString(key());
}

void SavedFilterBox::refresh()
{
    read();
}

void SavedFilterBox::read()
{
    struct Known
    {
        Result<QList<SavedFilter>> saved;
        Result<QString> first;
    };
    atDesk(
        m_services, this,
        [](casework::Desk& desk) {
            return Known{desk.store.filters().filters(desk.worker, listName), casework::defaultFilter(desk, listName)};
        },
        [this](const Known& known) {
            if (known.saved.ok() && known.first.ok()) {
                fill(*known.saved, *known.first);
                m_started = true;
            }
        });
}

void SavedFilterBox::fill(const QList<SavedFilter>& saved, const QString& first)
{
    const bool same = m_saved == saved && m_box->count() > 0;
    m_firstKey = first;
    if (!same) {
        const QString before = m_wantedKey.isEmpty() ? key() : m_wantedKey;
        m_saved = saved;
        m_box->clear();
        for (const BuiltInFilter& builtIn : builtInReferralFilters()) {
            m_box->addItem(builtInName(builtIn.key), builtIn.key);
            m_box->setItemData(m_box->count() - 1, builtInTip(builtIn.key), Qt::ToolTipRole);
        }
        if (!saved.isEmpty()) {
            m_box->insertSeparator(m_box->count());
        }
        for (const SavedFilter& filter : saved) {
            m_box->addItem(oneLine(filter.name), filter.id.toString());
        }
        m_box->setCurrentIndex(std::max(0, m_box->findData(before)));
        setShown(m_shown);
    }
    if (!m_wantedKey.isEmpty() && m_box->findData(m_wantedKey) >= 0) {
        m_box->setCurrentIndex(m_box->findData(std::exchange(m_wantedKey, QString())));
    }
    // Once, when the list is opened: what the worker wants to see first.
    if (!m_started && !first.isEmpty() && m_box->findData(first) >= 0) {
        m_box->setCurrentIndex(m_box->findData(first));
        choose(m_box->currentIndex());
    }
    enable();
}

void SavedFilterBox::chooseKey(const QString& key)
{
    m_started = true;
    if (const int index = m_box->findData(key); index >= 0) {
        m_box->setCurrentIndex(index);
        choose(index);
    }
}

void SavedFilterBox::choose(int index)
{
    m_started = true;
    const QString wanted = m_box->itemData(index).toString();
    for (const BuiltInFilter& builtIn : builtInReferralFilters()) {
        if (builtIn.key == wanted) {
            Q_EMIT chosen(builtIn.filter);
        }
    }
    for (const SavedFilter& saved : std::as_const(m_saved)) {
        if (saved.id.toString() != wanted) {
            continue;
        }
        if (const auto filter = readReferralFilter(saved.query); filter.ok()) {
            Q_EMIT chosen(*filter);
        } else {
            Q_EMIT trouble(filter.error().sentence);
        }
    }
    enable();
}

/// The box names the filter whose rows are shown; a saved one stays chosen while it is being changed.
void SavedFilterBox::setShown(const ReferralFilter& filter)
{
    m_shown = filter;
    if (savedId()) {
        enable();
        return;
    }
    QString found = otherKey;
    for (const BuiltInFilter& builtIn : builtInReferralFilters()) {
        ReferralFilter same = builtIn.filter;
        same.sort = filter.sort;
        same.descending = filter.descending;
        found = same == filter ? builtIn.key : found;
    }
    if (found == otherKey && m_box->findData(otherKey) < 0) {
        m_box->addItem(tr("Own filter (not saved)"), otherKey);
    } else if (found != otherKey && m_box->findData(otherKey) >= 0) {
        m_box->removeItem(m_box->findData(otherKey));
    }
    m_box->setCurrentIndex(m_box->findData(found));
    enable();
}

void SavedFilterBox::leave(const ReferralFilter& filter)
{
    m_started = true;
    m_wantedKey.clear();
    m_box->setCurrentIndex(0);
    setShown(filter);
}

void SavedFilterBox::enable()
{
    const bool own = savedId().has_value();
    m_replace->setEnabled(own);
    m_rename->setEnabled(own);
    m_remove->setEnabled(own);
    m_first->setEnabled(key() != otherKey);
    m_first->setChecked(!m_firstKey.isEmpty() && key() == m_firstKey);
}

void SavedFilterBox::askName(const QString& title, const QString& text, std::function<void(const QString&)> use)
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"filterNameDialog"_s);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the filter"));
    dialog->setTextValue(text);
    dialog->setOkButtonText(tr("Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, std::move(use));
    dialog->open();
}

template <typename UseCase>
void SavedFilterBox::run(UseCase useCase, const QString& keyAfter)
{
    atDesk(m_services, this, std::move(useCase), [this, keyAfter](const Result<QString>& done) {
        if (!done.ok()) {
            Q_EMIT trouble(done.error().sentence);
            return;
        }
        m_wantedKey = done->isEmpty() ? keyAfter : *done;
        m_services.agent.lookNow();
        read();
    });
}

void SavedFilterBox::save()
{
    askName(tr("Save Filter"), {}, [this](const QString& name) {
        run(
            [name, query = savedForm(m_shown)](casework::Desk& desk) -> Result<QString> {
                const auto saved = casework::saveFilter(desk, listName, name, query);
                return saved.ok() ? Result<QString>(saved->toString()) : saved.error();
            },
            {});
    });
}

void SavedFilterBox::replace()
{
    run(
        [id = *savedId(), query = savedForm(m_shown)](casework::Desk& desk) -> Result<QString> {
            const auto done = casework::replaceFilter(desk, id, query);
            return done.ok() ? Result<QString>(id.toString()) : done.error();
        },
        {});
}

void SavedFilterBox::rename()
{
    askName(tr("Rename Filter"), m_box->currentText(), [this, id = *savedId()](const QString& name) {
        run(
            [name, id](casework::Desk& desk) -> Result<QString> {
                const auto done = casework::renameFilter(desk, id, name);
                return done.ok() ? Result<QString>(id.toString()) : done.error();
            },
            {});
    });
}

void SavedFilterBox::remove()
{
    run(
        [id = *savedId()](casework::Desk& desk) -> Result<QString> {
            const auto done = casework::removeFilter(desk, id);
            return done.ok() ? Result<QString>(u"all"_s) : done.error();
        },
        {});
    chooseKey(u"all"_s);
}

void SavedFilterBox::showFirst()
{
    const QString first = m_first->isChecked() ? key() : QString();
    run(
        [first](casework::Desk& desk) -> Result<QString> {
            const auto done = casework::setDefaultFilter(desk, listName, first);
            return done.ok() ? Result<QString>(QString()) : done.error();
        },
        key());
}

} // namespace handrail::ui
