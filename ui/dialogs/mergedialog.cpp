// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mergedialog.h"

#include "core/casework/clients.h"
#include "ui/theme.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QGridLayout>
#include <QRadioButton>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

using casework::MergeSide;
using casework::ProfileValue;

namespace {

constexpr int widthAt100 = 820;

/// Of a line of the comparison; never narrower than its words.
QLabel* caption(const QString& label)
{
    QLabel* made = makeLabel(label, u"section"_s);
    made->ensurePolished();
    made->setMinimumWidth(made->sizeHint().width());
    return made;
}

} // namespace

MergeDialog::MergeDialog(Services services, const ClientId& a, const ClientId& b, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_form(new QWidget)
    , m_grid(new QGridLayout(m_form))
    , m_notice(new Notice(u"mergeNotice"_s))
    , m_effect(makeLabel({}, u"muted"_s, true))
    , m_merge(makeButton(u"mergeClients"_s, tr("Merge Clients"), ButtonKind::Primary))
{
    setObjectName(u"mergeDialog"_s);
    setWindowTitle(tr("Merge Clients"));
    resizeOnScreen(this, {widthAt100, 620});
    m_form->setProperty("role", u"scrolled"_s);
    m_grid->setContentsMargins(0, 0, 8, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    m_states = new StatePane(scroll, u"merge"_s);
    m_states->showMessage(u"clients"_s, tr("Loading…"), {});
    m_effect->setObjectName(u"mergeEffect"_s);

    auto* body = new QVBoxLayout;
    body->setContentsMargins(24, 24, 24, 16);
    body->setSpacing(12);
    body->addWidget(m_notice);
    body->addWidget(makeLabel(tr("Are these one person? Choose what stays."), u"heading"_s, true));
    body->addWidget(m_states, 1);
    body->addWidget(m_effect);
    auto* bar = new QFrame;
    bar->setProperty("role", u"bar"_s);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(24, 12, 24, 12);
    auto* cancel = makeButton(u"cancel"_s, tr("Cancel"));
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_merge);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(body, 1);
    outer->addWidget(bar);
    m_merge->setEnabled(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_merge, &QPushButton::clicked, this, &MergeDialog::merge);
    read(a, b);
}

void MergeDialog::read(const ClientId& a, const ClientId& b)
{
    struct Answer
    {
        QList<MergeSide> sides;
        QString region;
    };
    atDesk(
        m_services, this,
        [a, b](casework::Desk& desk) -> Result<Answer> {
            const auto sides = casework::prepareMerge(desk, a, b);
            const auto region = casework::phoneRegionOf(desk);
            if (!sides.ok() || !region.ok()) {
                return sides.ok() ? region.error() : sides.error();
            }
            return Answer{*sides, *region};
        },
        [this](const Result<Answer>& answer) {
            if (!answer.ok()) {
                m_states->showMessage(u"warning"_s, tr("These two can’t be merged"), answer.error().sentence);
                return;
            }
            m_phoneRegion = answer->region;
            showSides(answer->sides);
        });
}

void MergeDialog::showSides(const QList<MergeSide>& sides)
{
    m_sides = sides;
    const Client& first = sides[0].client;
    const Client& second = sides[1].client;
    const auto date = [](const QDate& day) {
        return day.isValid() ? QLocale().toString(day, QLocale::ShortFormat) : tr("unknown");
    };
    const auto worker = [](const MergeSide& side) {
        return side.workerName.isEmpty() ? tr("nobody") : oneLine(side.workerName);
    };
    addHeads();
    addValue(ProfileValue::Name, u"Name"_s, tr("Name"), oneLine(first.fullName()), oneLine(second.fullName()));
    addValue(ProfileValue::BirthDate, u"BirthDate"_s, tr("Date of Birth"), date(first.birthDate),
             date(second.birthDate));
    addValue(ProfileValue::Language, u"Language"_s, tr("Language"), languageInWords(first.language),
             languageInWords(second.language));
    addValue(ProfileValue::TimeZone, u"TimeZone"_s, tr("Time Zone"), timeZoneInWords(first.timeZone),
             timeZoneInWords(second.timeZone));
    addValue(ProfileValue::Worker, u"Worker"_s, tr("Worker"), worker(sides[0]), worker(sides[1]));
    // An unknown date gives way to a known one.
    if (!first.birthDate.isValid() && second.birthDate.isValid()) {
        m_second.value(ProfileValue::BirthDate)->setChecked(true);
    }
    addPlain(tr("Phones and Emails"), addressesOf(first), addressesOf(second));
    addPlain(tr("Referrals"), QString::number(sides[0].referrals), QString::number(sides[1].referrals));
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_states->showContent();
    m_merge->setEnabled(true);
    describe();
    m_keepFirst->setFocus();
}

void MergeDialog::addHeads()
{
    m_keepFirst = new QRadioButton(tr("Keep this record"));
    m_keepSecond = new QRadioButton(tr("Keep this record"));
    identify(m_keepFirst, u"keepFirst"_s, tr("Keep the record of %1, left").arg(oneLine(m_sides[0].client.fullName())));
    identify(m_keepSecond, u"keepSecond"_s,
             tr("Keep the record of %1, right").arg(oneLine(m_sides[1].client.fullName())));
    auto* group = new QButtonGroup(this);
    int column = 1;
    for (QRadioButton* button : {m_keepFirst, m_keepSecond}) {
        group->addButton(button);
        m_grid->addWidget(button, 0, column++);
    }
    m_keepFirst->setChecked(true);
    connect(group, &QButtonGroup::buttonToggled, this, &MergeDialog::describe);
}

/// Beside the values, or above them where the screen has no room for three columns. Returns the values' row.
int MergeDialog::addCaption(const QString& label, Qt::Alignment alignment)
{
    const int row = m_grid->rowCount();
    if (scaled(widthAt100) <= width()) {
        m_grid->addWidget(caption(label), row, 0, alignment);
        return row;
    }
    m_grid->addWidget(caption(label), row, 1, 1, 2);
    return row + 1;
}

void MergeDialog::addPlain(const QString& label, const QString& first, const QString& second)
{
    const int row = addCaption(label, Qt::AlignTop);
    m_grid->addWidget(makeLabel(first, {}, true), row, 1, Qt::AlignTop);
    m_grid->addWidget(makeLabel(second, {}, true), row, 2, Qt::AlignTop);
}

void MergeDialog::addValue(ProfileValue value, const QString& name, const QString& label, const QString& first,
                           const QString& second)
{
    if (first == second) {
        addPlain(label, first, second);
        return;
    }
    const int row = addCaption(label, {});
    auto* group = new QButtonGroup(this);
    int column = 1;
    for (const QString& text : {first, second}) {
        auto* button = new QRadioButton(QString(text).replace(u"&"_s, u"&&"_s));
        identify(button, (column == 1 ? u"first"_s : u"second"_s) + name, u"%1: %2"_s.arg(label, text));
        button->setChecked(column == 1);
        group->addButton(button);
        m_grid->addWidget(button, row, column);
        if (column++ == 2) {
            m_second.insert(value, button);
        }
    }
}

QString MergeDialog::addressesOf(const Client& client) const
{
    QStringList lines;
    for (const ContactPoint& point : client.contactPoints) {
        lines.append(addressInWords(point.address, m_services.phones, m_phoneRegion));
    }
    return lines.isEmpty() ? tr("none") : lines.join(u'\n');
}

void MergeDialog::describe()
{
    if (m_sides.size() < 2) {
        return;
    }
    m_effect->setText(tr("All phones, emails, referrals, shares, consents and the whole timeline of both are together "
                         "from now on, and a search finds the client by both names. Nothing is deleted; «Undo Merge» in "
                         "the timeline makes them two again."));
}

void MergeDialog::merge()
{
    const bool keepFirst = m_keepFirst->isChecked();
    const ClientId kept = m_sides[keepFirst ? 0 : 1].client.id;
    casework::MergeForm form{kept, m_sides[keepFirst ? 1 : 0].client.id, {}};
    for (auto it = m_second.cbegin(); it != m_second.cend(); ++it) {
        // The value of the record that goes, wherever it stands.
        if ((*it)->isChecked() == keepFirst) {
            form.fromGone.insert(it.key());
        }
    }
    m_merge->setEnabled(false);
    atDesk(
        m_services, this, [form](casework::Desk& desk) { return casework::mergeClients(desk, form); },
        [this, kept](const Result<ActivityId>& result) {
            m_merge->setEnabled(true);
            if (!result.ok()) {
                m_notice->say(Notice::Tone::Bad, result.error().sentence);
                return;
            }
            m_services.agent.lookNow();
            Q_EMIT merged(kept);
            accept();
        });
}

} // namespace handrail::ui
