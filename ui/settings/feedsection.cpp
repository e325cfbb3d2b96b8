// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/feedsection.h"

#include "core/domain/reasons.h"
#include "ui/adminservices.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QStringListModel>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

FeedSection::FeedSection(Services services)
    : SettingsSection(services, u"feedSettings"_s, tr("Directory"),
                      tr("Your server can fetch a directory of resource sites by its address, again and again (HSDS or "
                         "Open Referral, as an API, a JSON file or a ZIP)."))
    , m_content(new QWidget)
    , m_which(new QComboBox)
    , m_source(new QLineEdit)
    , m_url(new QLineEdit)
    , m_every(new QComboBox)
    , m_save(makeButton(u"saveFeed"_s, tr("Fetch from This Address"), ButtonKind::Primary))
    , m_state(makeLabel({}, u"strong"_s, true))
    , m_times(makeLabel({}, u"muted"_s, true))
    , m_lines(new QStringListModel(this))
    , m_remarks(new QListView)
    , m_fetch(makeButton(u"fetchFeed"_s, tr("Fetch Now")))
    , m_accept(makeButton(u"acceptFeed"_s, tr("Take It Over Anyway")))
    , m_remove(makeButton(u"removeFeed"_s, tr("Fetch No More")))
{
    auto* inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(scaled(16));
    inside->addWidget(makeForm());
    m_result = makeResult();
    inside->addWidget(m_result);
    column()->addWidget(m_content);
    column()->addStretch(1);
    m_content->hide();
    m_result->hide();
    connect(m_which, &QComboBox::currentIndexChanged, this, [this] { showFeed(chosen()); });
    connect(m_save, &QPushButton::clicked, this, &FeedSection::subscribe);
    connect(m_url, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_url, &QLineEdit::textChanged, this, [this] { setBusy(false); });
    connect(m_source, &QLineEdit::textChanged, this, [this] { setBusy(false); });
    connect(m_fetch, &QPushButton::clicked, this, [this] { fetch(false); });
    connect(m_accept, &QPushButton::clicked, this, [this] { fetch(true); });
    connect(m_remove, &QPushButton::clicked, this, &FeedSection::remove);
}

QString FeedSection::momentInWords(const QDateTime& at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : tr("never");
}

QString FeedSection::outcomeInWords(const QString& outcome)
{
    if (outcome == "applied"_L1) {
        return tr("Fetched and taken over.");
    }
    if (outcome == "unchanged"_L1) {
        return tr("Fetched: nothing had changed.");
    }
    if (outcome == "failed"_L1) {
        return tr("It could not be fetched. The resource sites stay as they were.");
    }
    if (outcome == "held"_L1) {
        return tr("It lost so many resource sites that it waits for your word. Nothing was changed.");
    }
    return tr("The server fetches it within half a minute.");
}

QWidget* FeedSection::makeForm()
{
    auto* card = makeFrame(u"card"_s, scaled(16));
    auto* inside = new QVBoxLayout;
    layoutOf(card)->addLayout(inside);
    addField(inside, m_which, u"feedChoice"_s, tr("Directories"));
    addField(inside, m_source, u"feedSource"_s, tr("Name of the Directory"));
    addField(inside, m_url, u"feedUrl"_s, tr("Address"));
    m_source->setMaxLength(100);
    m_url->setMaxLength(2000);
    m_url->setPlaceholderText(u"https://directory.example.org/services"_s);
    for (const auto& [hours, words] :
         {std::pair(1, tr("Every hour")), {6, tr("Every 6 hours")}, {24, tr("Every day")}, {168, tr("Every week")}}) {
        m_every->addItem(words, hours);
    }
    addField(inside, m_every, u"feedEvery"_s, tr("How Often"));
    inside->addWidget(m_save, 0, Qt::AlignLeft);
    return card;
}

QWidget* FeedSection::makeResult()
{
    auto* card = makeFrame(u"card"_s, scaled(16));
    QBoxLayout* inside = layoutOf(card);
    inside->setSpacing(scaled(8));
    m_state->setObjectName(u"feedState"_s);
    m_times->setObjectName(u"feedTimes"_s);
    identify(m_remarks, u"feedRemarks"_s, tr("Remarks on rows of the directory"));
    m_remarks->setModel(m_lines);
    m_remarks->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_remarks->setWordWrap(true);
    m_remarks->setMinimumHeight(fontMetrics().height() * 6);
    inside->addWidget(makeLabel(tr("Last time"), u"strong"_s));
    inside->addWidget(m_state);
    inside->addWidget(m_times);
    inside->addWidget(m_remarks);
    for (QPushButton* button : {m_fetch, m_accept, m_remove}) {
        inside->addWidget(button, 0, Qt::AlignLeft);
    }
    return card;
}

void FeedSection::load()
{
    loadForAdministrator(
        m_content, [](LocalStore& store) { return store.agencies().agency(); },
        tr("Only an administrator can see and change where the directory comes from."),
        [this](const std::optional<Agency>&) { ask(); });
}

void FeedSection::ask()
{
    if (!services().admin) {
        return;
    }
    setBusy(true);
    services().admin->askFeeds(this, [this](const Result<protocol::FeedsAnswer>& answer) { take(answer, {}); });
}

/// The server's answer to any deed: all feeds as they are now.
void FeedSection::take(const Result<protocol::FeedsAnswer>& answer, const QString& done)
{
    if (!answer.ok()) {
        setBusy(false);
        notice().say(Notice::Tone::Bad, answer.error().sentence);
        return;
    }
    const QString kept = m_which->currentData().toString();
    m_feeds = answer->feeds;
    m_which->blockSignals(true);
    m_which->clear();
    for (const protocol::Feed& feed : std::as_const(m_feeds)) {
        m_which->addItem(oneLine(feed.source), feed.source);
    }
    m_which->addItem(tr("A new one"), QString());
    m_which->blockSignals(false);
    choose(kept);
    setBusy(false);
    if (!done.isEmpty()) {
        notice().say(Notice::Tone::Good, done);
    }
}

void FeedSection::choose(const QString& source)
{
    m_which->setCurrentIndex(std::max(0, m_which->findData(source)));
    showFeed(chosen());
}

const protocol::Feed* FeedSection::chosen() const
{
    const int row = m_which->currentIndex();
    return row >= 0 && row < m_feeds.size() ? &m_feeds[row] : nullptr;
}

void FeedSection::showFeed(const protocol::Feed* feed)
{
    m_result->setVisible(feed);
    m_source->setReadOnly(feed);
    m_source->setText(feed ? feed->source : m_feeds.isEmpty() ? u"directory"_s : QString());
    m_url->setText(feed ? feed->url : QString());
    m_every->setCurrentIndex(std::max(0, m_every->findData(feed ? feed->everyHours : 24)));
    if (!feed) {
        return;
    }
    if (m_every->currentData().toInt() != feed->everyHours) {
        m_every->addItem(tr("Every %1 hours").arg(feed->everyHours), feed->everyHours);
        m_every->setCurrentIndex(m_every->count() - 1);
    }
    QStringList lines{outcomeInWords(feed->outcome)};
    for (const QString& line : feed->summary.split(u'\n', Qt::SkipEmptyParts)) {
        lines.append(reasonInWords(line));
    }
    m_state->setText(lines.join(u'\n'));
    m_times->setText(tr("Tried: %1. As the directory says since: %2. Next: %3.")
                         .arg(momentInWords(feed->triedAt), momentInWords(feed->appliedAt), momentInWords(feed->nextAt)));
    m_lines->setStringList(feed->remarks);
    m_remarks->setVisible(!feed->remarks.isEmpty());
    m_accept->setVisible(feed->outcome == "held"_L1);
}

void FeedSection::setBusy(bool busy)
{
    m_save->setEnabled(!busy && !m_url->text().trimmed().isEmpty() && !m_source->text().trimmed().isEmpty());
    for (QPushButton* button : {m_fetch, m_accept, m_remove}) {
        button->setEnabled(!busy);
    }
}

void FeedSection::subscribe()
{
    if (!m_save->isEnabled()) {
        return;
    }
    setBusy(true);
    const protocol::FeedRequest request{m_source->text().trimmed(), m_url->text().trimmed(),
                                        m_every->currentData().toInt()};
    services().admin->subscribeFeed(request, this, [this, request](const Result<protocol::FeedsAnswer>& answer) {
        take(answer, tr("Saved. The server fetches it within half a minute."));
        if (answer.ok()) {
            choose(request.source);
        }
    });
}

void FeedSection::fetch(bool acceptShrink)
{
    if (const protocol::Feed* feed = chosen()) {
        setBusy(true);
        services().admin->fetchFeed({feed->source, acceptShrink}, this,
                                    [this](const Result<protocol::FeedsAnswer>& answer) {
                                        take(answer, tr("The server fetches it within half a minute."));
                                    });
    }
}

void FeedSection::remove()
{
    if (const protocol::Feed* feed = chosen()) {
        setBusy(true);
        services().admin->removeFeed({feed->source, false}, this, [this](const Result<protocol::FeedsAnswer>& answer) {
            take(answer, tr("It is fetched no more. Its resource sites stay as they are."));
        });
    }
}

} // namespace handrail::ui
