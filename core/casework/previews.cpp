// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/previews.h"

#include "core/casework/samplelinks.h"

#include <QTimeZone>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

/// What all messages of a preview share.
struct PreviewContext
{
    const SharePanel& panel;
    QString workerName;
    QString linkBase;
    QDateTime now;
};

Result<MessagePreview> preview(const PreviewContext& context, MessageKind kind, Channel channel, qsizetype index,
                               const QDateTime& dueAt)
{
    const bool initial = kind == MessageKind::Initial;
    const QList<ResourceSite> sites =
        initial ? context.panel.sites : QList<ResourceSite>{context.panel.sites.at(index)};
    const auto text =
        writeMessage({.agency = context.panel.agency,
                      .kind = kind,
                      .channel = channel,
                      .language = context.panel.client.language,
                      .clientGivenName = context.panel.client.givenName,
                      .workerName = context.workerName,
                      .sites = sites,
                      .link = sampleLink(context.linkBase, initial ? u'r' : u'f'),
                      .unsubscribeLink = channel == Channel::Email ? sampleLink(context.linkBase, u'u') : QString()});
    if (!text)
        return text.error();
    MessagePreview made{.kind = kind, .channel = channel, .dueAt = dueAt, .text = *text};
    if (channel == Channel::Text)
        made.size = measureSms(text->body);
    if (!initial)
        made.siteName = sites.first().displayName();
    return made;
}

Result<PreviewContext> contextOf(Desk& desk, const SharePanel& panel)
{
    const auto worker = desk.store.agencies().user(desk.worker);
    if (!worker)
        return worker.error();
    const auto base = linkBaseOf(desk);
    if (!base)
        return base.error();
    return PreviewContext{panel, *worker ? (*worker)->displayName : QString(), *base, desk.clock.now()};
}

/// One initial message, then one follow-up per site (R4, R5).
Result<QList<MessagePreview>> previewsOf(const PreviewContext& context, Channel channel,
                                         const QList<QDateTime>& followUps)
{
    QList<MessagePreview> previews;
    for (qsizetype i = -1; i < followUps.size(); ++i) {
        const auto made = i < 0 ? preview(context, MessageKind::Initial, channel, 0, context.now)
                                : preview(context, MessageKind::FollowUp, channel, i, followUps[i]);
        if (!made)
            return made.error();
        previews.append(*made);
    }
    return previews;
}

} // namespace

Result<QList<MessagePreview>> previewMessages(Desk& desk, const SharePanel& panel, const ShareForm& form)
{
    const auto context = contextOf(desk, panel);
    if (!context)
        return context.error();
    QTimeZone zone(panel.client.timeZone.toLatin1());
    if (!zone.isValid())
        zone = QTimeZone(panel.agency.timeZone.toLatin1());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const auto days = followUpDays(context->now, int(panel.sites.size()), zone, panel.agency.window);
    QList<MessagePreview> all;
    for (const Channel channel : {Channel::Text, Channel::Email}) {
        if (!(channel == Channel::Text ? form.text : form.email))
            continue;
        const auto previews = previewsOf(*context, channel, days);
        if (!previews)
            return previews.error();
        all += *previews;
    }
    for (MessagePreview& preview : all)
        if (preview.kind == MessageKind::FollowUp)
            preview.move = followUpMove(context->now, preview.dueAt, zone, panel.agency.window);
    std::ranges::stable_sort(all, {}, &MessagePreview::dueAt);
    return all;
}

} // namespace handrail::casework
