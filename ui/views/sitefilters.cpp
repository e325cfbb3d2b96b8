// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/sitefilters.h"

#include "ui/sitewords.h"
#include "ui/theme.h"
#include "ui/views/flowlayout.h"
#include "ui/views/optionfield.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr double widePlaceKm = 80; ///< One name, several places: the middle would be nowhere.

} // namespace

SiteFilters::SiteFilters(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_category(new OptionField(u"filterCategory"_s, tr("Category"), tr("Any category")))
    , m_city(new OptionField(u"filterCity"_s, tr("City"), tr("Any city")))
    , m_language(new OptionField(u"filterLanguage"_s, tr("Language"), tr("Any language")))
    , m_place(new QLineEdit)
    , m_placeFound(makeLabel({}, u"section"_s, true))
{
    setObjectName(u"siteFilters"_s);
    identify(m_place, u"filterNear"_s, tr("Near (ZIP code, city or address)"));
    m_place->setPlaceholderText(tr("Near: ZIP, city, address"));
    m_place->setToolTip(tr("The nearest come first. Places are those that the directory knows; nothing is looked up on "
                           "the internet."));
    m_place->setClearButtonEnabled(true);
    m_place->setMaxLength(200);
    m_place->setMinimumWidth(m_place->fontMetrics().horizontalAdvance(m_place->placeholderText()) + 56);
    m_placeFound->setObjectName(u"filterNearFound"_s);
    m_placeFound->hide();

    m_open = makeToggle(u"filterOpen"_s, tr("Open Now"),
                        tr("Only where it is sure; sites without known hours are left out."));
    m_lowCost =
        makeToggle(u"filterLowCost"_s, tr("Free or Low Cost"), tr("Judged by the directory’s words about the cost."));
    m_wheelchair = makeToggle(u"filterWheelchair"_s, tr("Wheelchair Access"), tr("Judged by the directory’s words."));
    m_favourites = makeToggle(u"filterFavourites"_s, tr("Favourites"), tr("The resources that you marked with a star."),
                              u"star"_s);
    m_recent = makeToggle(u"filterRecent"_s, tr("Recently Used"),
                          tr("The resources that you referred clients to, latest first."));
    m_clear = makeButton(u"filterClear"_s, tr("Clear Filters"), ButtonKind::Quiet);
    m_clear->hide();

    auto* flow = new FlowLayout(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_category, m_city, m_language, m_place, m_open, m_lowCost,
                                                           m_wheelchair, m_favourites, m_recent, m_clear}) {
        flow->addWidget(widget);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(flow);
    column->addWidget(m_placeFound);

    const auto tell = [this] {
        m_clear->setVisible(any());
        Q_EMIT changed();
    };
    for (OptionField* field : {m_category, m_city, m_language}) {
        connect(field, &OptionField::valueChanged, this, tell);
    }
    for (QPushButton* toggle : {m_open, m_lowCost, m_wheelchair, m_favourites, m_recent}) {
        connect(toggle, &QPushButton::toggled, this, tell);
    }
    // Favourites and Recently Used are two lists of one's own: one at a time.
    connect(m_favourites, &QPushButton::toggled, this, [this](bool on) {
        if (on) {
            m_recent->setChecked(false);
        }
    });
    connect(m_recent, &QPushButton::toggled, this, [this](bool on) {
        if (on) {
            m_favourites->setChecked(false);
        }
    });
    connect(m_place, &QLineEdit::textChanged, this, &SiteFilters::lookUpPlace);
    connect(m_clear, &QPushButton::clicked, this, &SiteFilters::clear);
}

QPushButton* SiteFilters::makeToggle(const QString& name, const QString& label, const QString& tip, const QString& icon)
{
    QPushButton* toggle = makeButton(name, label, ButtonKind::Plain, icon);
    toggle->setCheckable(true);
    toggle->setProperty("chip", true);
    toggle->setToolTip(tip);
    toggle->setAutoDefault(false);
    return toggle;
}

SiteQuery SiteFilters::query() const
{
    SiteQuery query{.category = m_category->value(),
                    .city = m_city->value(),
                    .language = m_language->value(),
                    .freeOrLowCost = m_lowCost->isChecked(),
                    .wheelchair = m_wheelchair->isChecked()};
    if (m_open->isChecked()) {
        query.openAt = m_services.clock.now();
    }
    query.timeZone = m_timeZone;
    query.among = m_favourites->isChecked() ? SiteQuery::Among::Favourites
                  : m_recent->isChecked()   ? SiteQuery::Among::Recent
                                            : SiteQuery::Among::All;
    query.user = m_services.worker;
    query.nearTo = m_near;
    return query;
}

bool SiteFilters::any() const
{
    return !m_category->currentText().isEmpty() || !m_city->currentText().isEmpty() ||
           !m_language->currentText().isEmpty() || !m_place->text().isEmpty() || m_open->isChecked() ||
           m_lowCost->isChecked() || m_wheelchair->isChecked() || m_favourites->isChecked() || m_recent->isChecked();
}

void SiteFilters::clear()
{
    // The button hides itself below: whoever pressed it by key goes on with the first filter.
    if (m_clear->hasFocus()) {
        m_category->setFocus(Qt::OtherFocusReason);
    }
    {
        const QSignalBlocker quiet(this);
        for (OptionField* field : {m_category, m_city, m_language}) {
            field->clear();
        }
        for (QPushButton* toggle : {m_open, m_lowCost, m_wheelchair, m_favourites, m_recent}) {
            toggle->setChecked(false);
        }
        m_place->clear();
    }
    Q_EMIT changed();
}

void SiteFilters::refresh()
{
    readOptions(SiteFacet::Category, m_category);
    readOptions(SiteFacet::City, m_city);
    readOptions(SiteFacet::Language, m_language);
}

void SiteFilters::readOptions(SiteFacet facet, OptionField* field)
{
    askStore(
        m_services.store, this, [facet](LocalStore& store) { return store.directory().options(facet); },
        [field](const Result<QList<SiteOption>>& options) {
            if (options.ok()) {
                field->setOptions(*options);
            }
        });
}

void SiteFilters::setClient(const std::optional<ClientId>& client)
{
    if (client == m_client) {
        return;
    }
    m_client = client;
    m_place->setText(client ? m_places.value(*client) : QString());
}

void SiteFilters::lookUpPlace()
{
    const QString typed = m_place->text().trimmed();
    if (m_client) {
        m_places.insert(*m_client, typed);
    }
    m_clear->setVisible(any());
    if (typed.isEmpty()) {
        sayPlace({}, false);
        if (m_near) {
            m_near.reset();
            Q_EMIT changed();
        }
        return;
    }
    askStore(
        m_services.store, this, [typed](LocalStore& store) { return store.directory().place(typed); },
        [this, typed](const Result<std::optional<NearPlace>>& found) {
            if (typed != m_place->text().trimmed()) {
                return;
            }
            const std::optional<GeoPoint> before = m_near;
            m_near.reset();
            if (!found.ok()) {
                sayPlace(found.error().sentence, true);
            } else if (!*found) {
                sayPlace(tr("No resource of the directory is at this place. Try a ZIP code or a city nearby."), true);
            } else if ((*found)->spreadKm > widePlaceKm) {
                sayPlace(tr("Several places are called so. Add the state or a ZIP code."), true);
            } else {
                m_near = (*found)->point;
                sayPlace(
                    tr("Nearest to %1 first, measured from the %n resource(s) there. Those whose place is not known "
                       "come last.",
                       nullptr, (*found)->sites)
                        .arg(oneLine((*found)->matched)),
                    false);
            }
            if (m_near != before) {
                Q_EMIT changed();
            }
        });
}

void SiteFilters::sayPlace(const QString& sentence, bool wrong)
{
    m_placeFound->setText(sentence);
    m_placeFound->setVisible(!sentence.isEmpty());
    setLook(m_placeFound, "role", wrong ? u"hint"_s : u"section"_s);
    m_place->setAccessibleDescription(sentence);
}

} // namespace handrail::ui
