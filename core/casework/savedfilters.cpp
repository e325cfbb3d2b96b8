// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/savedfilters.h"

#include "core/casework/refusal.h"
#include "core/domain/records/codec.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

constexpr qsizetype longestName = 80; // SavedFilter.name in records/schema.cpp

QString defaultFact(const QString& list)
{
    return u"default_filter_"_s + list;
}

/// The name on one line, or what is wrong with it. `self`: the filter that is being renamed.
Result<QString> checkedName(const QList<SavedFilter>& others, const QString& typed,
                            const std::optional<SavedFilterId>& self)
{
    if (typed.size() > longestName)
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The name is too long: it may have 80 characters."));
    const QString name = typed.simplified();
    if (name.isEmpty())
        return refusal(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("Casework", "Give the filter a name."));
    const bool taken = std::ranges::any_of(others, [&](const SavedFilter& other) {
        return other.id != self && other.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (taken)
        return refusal(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Casework", "You have a filter of that name already."));
    return name;
}

Result<SavedFilter> ownFilter(Desk& desk, const SavedFilterId& id)
{
    const auto found = desk.store.filters().filter(id);
    if (!found)
        return found.error();
    if (!*found || (*found)->userId != desk.worker || (*found)->removed)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This filter is no longer there."));
    return **found;
}

Result<void> change(Desk& desk, const SavedFilterId& id, const QJsonObject& fields)
{
    return desk.store.edits().commit({Edit{u"saved_filter"_s, id.uuid(), fields}});
}

} // namespace

Result<SavedFilterId> saveFilter(Desk& desk, const QString& list, const QString& name, const QJsonObject& query)
{
    const auto others = desk.store.filters().filters(desk.worker, list);
    if (!others)
        return others.error();
    const auto checked = checkedName(*others, name, std::nullopt);
    if (!checked)
        return checked.error();
    if (others->size() >= maxSavedFilters)
        return refusal(ErrorCode::Conflict,
                       QT_TRANSLATE_NOOP("Casework", "You have 50 saved filters. Delete one before you save another."));
    const SavedFilter filter{
        .id = SavedFilterId(desk.ids.next()), .userId = desk.worker, .list = list, .name = *checked, .query = query};
    if (const auto saved = desk.store.edits().commit({records::editOf("saved_filter", filter.id.uuid(), filter)});
        !saved)
        return saved.error();
    return filter.id;
}

Result<void> replaceFilter(Desk& desk, const SavedFilterId& id, const QJsonObject& query)
{
    const auto filter = ownFilter(desk, id);
    return filter ? change(desk, id, {{u"query"_s, query}}) : filter.error();
}

Result<void> renameFilter(Desk& desk, const SavedFilterId& id, const QString& name)
{
    const auto filter = ownFilter(desk, id);
    if (!filter)
        return filter.error();
    const auto others = desk.store.filters().filters(desk.worker, filter->list);
    if (!others)
        return others.error();
    const auto checked = checkedName(*others, name, id);
    return checked ? change(desk, id, {{u"name"_s, *checked}}) : checked.error();
}

Result<void> removeFilter(Desk& desk, const SavedFilterId& id)
{
    const auto filter = ownFilter(desk, id);
    if (!filter)
        return filter.error().code == ErrorCode::NotFound ? Result<void>() : filter.error();
    return change(desk, id, {{u"removed"_s, true}});
}

Result<QString> defaultFilter(Desk& desk, const QString& list)
{
    return desk.store.sync().fact(defaultFact(list));
}

Result<void> setDefaultFilter(Desk& desk, const QString& list, const QString& key)
{
    return desk.store.sync().setFact(defaultFact(list), key);
}

} // namespace handrail::casework
