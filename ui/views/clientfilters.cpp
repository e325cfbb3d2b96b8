// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clientfilters.h"

#include "ui/views/flowlayout.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

enum Whose { Everybody, Mine, Team };

} // namespace

ClientFilters::ClientFilters(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_whose(new QComboBox)
    , m_language(new QComboBox)
    , m_open(new QCheckBox(tr("Open referrals")))
{
    identify(m_whose, u"clientsWhose"_s, tr("Whose Clients"));
    identify(m_language, u"clientsLanguage"_s, tr("Language"));
    identify(m_open, u"clientsOpen"_s, m_open->text());
    m_open->setToolTip(tr("Only clients with a referral that is neither completed nor canceled"));
    m_whose->addItem(tr("All clients"), Everybody);
    m_whose->addItem(tr("My clients"), Mine);
    m_language->addItem(tr("Any language"), QString());
    for (const QString& code : everydayLanguages()) {
        m_language->addItem(languageInWords(code), code);
    }
    for (QComboBox* box : {m_whose, m_language}) {
        fitToEntries(box);
        connect(box, &QComboBox::currentIndexChanged, this, &ClientFilters::edited);
    }
    auto* flow = new FlowLayout(8, this);
    for (QWidget* widget : {static_cast<QWidget*>(m_whose), static_cast<QWidget*>(m_language),
                            static_cast<QWidget*>(m_open)}) {
        flow->addWidget(widget);
    }
    connect(m_open, &QCheckBox::toggled, this, &ClientFilters::edited);
    askStore(
        m_services.store, this,
        [worker = m_services.worker](LocalStore& store) { return store.agencies().user(worker); },
        [this](const Result<std::optional<User>>& user) {
            if (user.ok() && *user && (**user).teamId) {
                m_team = (**user).teamId;
                const QSignalBlocker quiet(m_whose);
                m_whose->addItem(tr("My team’s clients"), Team);
            }
        });
}

ClientQuery ClientFilters::query(const QString& words) const
{
    ClientQuery query(words);
    if (m_whose->currentData().toInt() == Mine) {
        query.worker = m_services.worker;
    } else if (m_whose->currentData().toInt() == Team) {
        query.team = m_team;
    }
    query.language = m_language->currentData().toString();
    query.openReferrals = m_open->isChecked();
    return query;
}

bool ClientFilters::any() const
{
    return query({}) != ClientQuery();
}

void ClientFilters::clear()
{
    m_whose->setCurrentIndex(0);
    m_language->setCurrentIndex(0);
    m_open->setChecked(false);
}

} // namespace handrail::ui
