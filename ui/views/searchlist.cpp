// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/searchlist.h"

#include "ui/models/pagedmodel.h"
#include "ui/theme.h"
#include "ui/views/pagescroll.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QResizeEvent>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

StatePane::StatePane(QWidget* content, const QString& name, QWidget* parent)
    : QStackedWidget(parent)
    , m_icon(new QLabel)
    , m_heading(makeLabel({}, u"heading"_s, true))
    , m_sentence(makeLabel({}, u"muted"_s, true))
    , m_action(makeButton(name + u"Action"_s, {}))
{
    addWidget(content);
    auto* message = makeFrame(u"card"_s, 32);
    m_heading->setObjectName(name + u"StateHeading"_s);
    m_sentence->setObjectName(name + u"State"_s);
    m_heading->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_icon->setAlignment(Qt::AlignCenter);
    auto* column = layoutOf(message);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_heading);
    column->addWidget(m_sentence);
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    addWidget(message);
    connect(m_action, &QPushButton::clicked, this, &StatePane::acted);
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize StatePane::minimumSizeHint() const
{
    const QWidget* shown = currentWidget();
    const QSize least = shown->minimumSizeHint().expandedTo(shown->minimumSize());
    return {QStackedWidget::minimumSizeHint().width(),
            std::max(least.height(), leastHeight(shown, std::max(width(), least.width())))};
}

void StatePane::resizeEvent(QResizeEvent* event)
{
    QStackedWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        updateGeometry();
    }
}

void StatePane::showMessage(const QString& iconName, const QString& heading, const QString& sentence,
                            const QString& action)
{
    m_icon->setPixmap(iconPixmap(iconName, theme().control, 48, devicePixelRatioF()));
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setCurrentIndex(1);
}

SearchList::SearchList(const QString& name, const QString& searchLabel, const QString& listLabel, PagedModelBase* model,
                       RowDelegate::Lead lead, EmptyWords words, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_words(std::move(words))
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_count(makeLabel({}, u"section"_s))
    , m_states(new StatePane(m_list, name))
{
    identify(m_search, name + u"Search"_s, searchLabel);
    m_search->setPlaceholderText(searchLabel);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s, theme().muted), QLineEdit::LeadingPosition);
    m_search->setMaxLength(200);
    m_search->installEventFilter(this);

    identify(m_list, name + u"List"_s, listLabel);
    m_list->setModel(model);
    m_list->setItemDelegate(new RowDelegate(lead, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_selection = new KeyedSelection(m_list, model);
    m_count->setObjectName(name + u"Count"_s);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_count);
    column->addWidget(m_states, 1);

    connect(m_search, &QLineEdit::textChanged, this, &SearchList::searched);
    connect(model, &PagedModelBase::answered, this, &SearchList::showState);
    connect(m_states, &StatePane::acted, this, [this] {
        if (m_model->state() == PagedModelBase::State::Failed) {
            m_model->refresh();
        } else {
            Q_EMIT emptyActed();
        }
    });
    showState();
}

void SearchList::addBelowSearch(QWidget* widget)
{
    layoutOf(this)->insertWidget(1, widget);
}

void SearchList::setNarrowed(bool narrowed, const QString& heading, const QString& sentence, const QString& action)
{
    m_narrowed = narrowed ? std::optional(EmptyWords{u"search"_s, heading, sentence, action, {}}) : std::nullopt;
}

void SearchList::setNarrowed(const QString& action)
{
    setNarrowed(!action.isEmpty(), tr("Nothing found"), m_words.nothingFound, action);
}

bool SearchList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_model->rowCount() > 0) {
            m_list->setFocus(Qt::ShortcutFocusReason);
            if (!m_list->currentIndex().isValid()) {
                m_list->setCurrentIndex(m_model->index(0, 0));
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SearchList::showState()
{
    const bool searching = !m_search->text().trimmed().isEmpty();
    switch (m_model->state()) {
    case PagedModelBase::State::Loading:
        m_states->showMessage(m_words.icon, tr("Loading…"), {});
        break;
    case PagedModelBase::State::Failed:
        m_states->showMessage(u"warning"_s, tr("This list can’t be read"), m_model->trouble(), tr("Try Again"));
        break;
    case PagedModelBase::State::Ready:
        if (m_model->rowCount() > 0) {
            m_states->showContent();
        } else if (searching) {
            m_states->showMessage(u"search"_s, tr("Nothing found"), m_words.nothingFound,
                                  m_narrowed ? m_narrowed->action : QString());
        } else if (m_narrowed) {
            m_states->showMessage(m_narrowed->icon, m_narrowed->heading, m_narrowed->sentence, m_narrowed->action);
        } else {
            m_states->showMessage(m_words.icon, m_words.heading, m_words.sentence, m_words.action);
        }
        break;
    }
    m_count->setText(m_model->state() == PagedModelBase::State::Ready ? tr("%n shown", nullptr, m_model->rowCount())
                                                                      : QString());
}

} // namespace handrail::ui
