// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/widgets.h"

#include "core/domain/notefile.h"
#include "ui/models/pagedmodel.h"
#include "ui/theme.h"
#include "ui/views/onelinelabel.h"

#include <QAbstractEventDispatcher>
#include <QAbstractItemView>
#include <QAccessible>
#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QScreen>
#include <QScrollBar>
#include <QStyle>
#include <QThreadPool>
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

void identify(QWidget* widget, const QString& name, const QString& label)
{
    widget->setObjectName(name);
    widget->setAccessibleName(QString(label).remove(u'&'));
}

QLabel* makeLabel(const QString& text, const QString& role, bool wraps)
{
    QLabel* label = wraps ? new QLabel(text) : new OneLineLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wraps);
    if (QGuiApplication::isRightToLeft()) {
        // Qt aligns by the text's own direction: a Latin name would stand at the other side of its own page.
        label->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    }
    // A name that is one long word may be cut, but never makes the window wider than the screen.
    label->setMinimumWidth(1);
    if (!role.isEmpty()) {
        label->setProperty("role", role);
    }
    return label;
}

QPushButton* makeButton(const QString& name, const QString& label, ButtonKind kind, const QString& iconName)
{
    auto* button = new QPushButton(label);
    identify(button, name, label);
    button->setAutoDefault(kind == ButtonKind::Primary);
    button->setProperty("primary", kind == ButtonKind::Primary);
    button->setProperty("quiet", kind == ButtonKind::Quiet);
    if (!iconName.isEmpty()) {
        const Theme& now = theme();
        button->setIcon(icon(iconName, kind == ButtonKind::Primary ? now.onAccent
                                       : kind == ButtonKind::Quiet ? now.accentText
                                                                   : now.text));
    }
    return button;
}

QFrame* makeFrame(const QString& role, int margin)
{
    auto* frame = new QFrame;
    frame->setProperty("role", role);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(8);
    return frame;
}

QBoxLayout* layoutOf(QWidget* widget)
{
    return qobject_cast<QBoxLayout*>(widget->layout());
}

void fitToEntries(QComboBox* box)
{
    constexpr int fewestCharacters = 8;
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumContentsLength(fewestCharacters);
}

void resizeOnScreen(QWidget* window, const QSize& size)
{
    // Of a window's frame on the usual desktops; nobody knows it before the window is shown.
    const QSize frame(8, 40);
    const QSize grown(scaled(size.width()), scaled(size.height()));
    window->resize(grown.boundedTo(window->screen()->availableSize() - frame));
}

void setLook(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value) {
        return;
    }
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clearLayout(inner);
        }
        delete item;
    }
}

ProblemLabel::ProblemLabel(const QString& name, QWidget* field, QWidget* parent)
    : QLabel(parent)
    , m_field(field)
{
    setObjectName(name);
    setProperty("role", u"problem"_s);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
}

void ProblemLabel::setProblem(const QString& sentence)
{
    if (sentence == text() && isHidden() == sentence.isEmpty()) {
        return;
    }
    setText(sentence);
    setVisible(!sentence.isEmpty());
    if (!m_field) {
        return;
    }
    setLook(m_field, "wrong", !sentence.isEmpty());
    m_field->setAccessibleDescription(sentence);
    if (!sentence.isEmpty()) {
        QAccessibleEvent event(m_field, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

Notice::Notice(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(makeLabel({}, {}, true))
    , m_act(makeButton(name + u"Act"_s, {}))
    , m_close(makeButton(name + u"Close"_s, {}, ButtonKind::Quiet, u"remove"_s))
{
    setObjectName(name);
    m_text->setObjectName(name + u"Text"_s);
    setProperty("role", u"notice"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setFixedSize(scaled(28), scaled(28));
    m_act->hide();
    row->addWidget(m_act, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_act, &QPushButton::clicked, this, &Notice::acted);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void Notice::say(Tone tone, const QString& sentence)
{
    const Theme& now = theme();
    struct Look
    {
        const char* name;
        QColor color;
        const char* icon;
    };
    const Look looks[] = {{"info", now.accentText, "info"},
                          {"good", now.ok, "check"},
                          {"warn", now.warn, "warning"},
                          {"bad", now.danger, "warning"}};
    const Look& look = looks[int(tone)];
    setLook(this, "tone", QString::fromLatin1(look.name));
    m_icon->setPixmap(iconPixmap(QString::fromLatin1(look.icon), look.color, 20, devicePixelRatioF()));
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    m_act->hide();
    m_close->show();
    show();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Notice::ask(Tone tone, const QString& sentence, const QString& buttonLabel)
{
    say(tone, sentence);
    m_act->setText(buttonLabel);
    m_act->setAccessibleName(buttonLabel);
    m_act->show();
    m_close->hide();
}

void Notice::offer(Tone tone, const QString& sentence, const QString& buttonLabel)
{
    ask(tone, sentence, buttonLabel);
    m_close->show();
}

NoteEdit::NoteEdit(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
}

bool NoteEdit::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText() || source->hasUrls() || source->hasImage();
}

void NoteEdit::insertFromMimeData(const QMimeData* source)
{
    const QList<QUrl> urls = source->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) {
        insertFile(urls.first().toLocalFile());
    } else if (std::any_of(urls.cbegin(), urls.cend(), [](const QUrl& url) { return url.isLocalFile(); })) {
        Q_EMIT refused(tr("Put one text file at a time into a note."));
    } else if (source->hasText()) {
        insertBounded(source->text());
    } else {
        Q_EMIT refused(tr("Only text can be kept in a note, no pictures. Write down what matters."));
    }
}

void NoteEdit::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Choose a Text File"));
    chooser->setObjectName(u"noteFile"_s);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Text files (*.txt *.md *.csv *.log)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &NoteEdit::insertFile);
    chooser->open();
}

/// Read on another thread, since the file may lie on a slow network.
void NoteEdit::insertFile(const QString& path)
{
    QPointer<NoteEdit> self(this);
    QThreadPool::globalInstance()->start([self, path, thread = QAbstractEventDispatcher::instance()] {
        const QString name = QFileInfo(path).fileName();
        QFile file(path);
        const bool readable = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly);
        const Result<QString> text = readable
                                         ? textOfFile(name, file.read(longestNoteFile + 1))
                                         : Result<QString>(Error{ErrorCode::NotFound, tr("«%1» can’t be read.").arg(name)});
        QMetaObject::invokeMethod(
            thread,
            [self, text] {
                if (!self) {
                    return;
                }
                if (text.ok()) {
                    self->insertBounded(*text);
                } else {
                    Q_EMIT self->refused(text.error().sentence);
                }
            },
            Qt::QueuedConnection);
    });
}

void NoteEdit::insertBounded(const QString& text)
{
    const qsizetype room = std::max<qsizetype>(0, m_longest - document()->characterCount());
    insertPlainText(text.left(room));
    if (text.size() > room) {
        Q_EMIT cut();
    }
}

void followSelection(QAbstractItemView* view)
{
    QObject::connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, view,
                     [view](const QItemSelection& selected) {
                         if (!selected.isEmpty() && !view->selectionModel()->isSelected(view->currentIndex())) {
                             view->setCurrentIndex(selected.indexes().first());
                         }
                     });
}

KeyedSelection::KeyedSelection(QAbstractItemView* view, PagedModelBase* model)
    : QObject(view)
    , m_view(view)
    , m_model(model)
{
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &KeyedSelection::follow);
    followSelection(view);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_resetting = true;
        m_scroll = m_view->verticalScrollBar()->value();
    });
    connect(model, &PagedModelBase::answered, this, &KeyedSelection::restore);
}

void KeyedSelection::choose(const QUuid& key)
{
    if (m_key == key) {
        return;
    }
    m_key = key;
    restore();
    Q_EMIT keyChanged(m_key);
}

void KeyedSelection::follow(const QModelIndex& current)
{
    if (m_resetting || !current.isValid()) {
        return;
    }
    const QUuid key = current.data(KeyRole).toUuid();
    if (!key.isNull() && key != m_key) {
        m_key = key;
        Q_EMIT keyChanged(m_key);
    }
}

void KeyedSelection::restore()
{
    const bool wasReset = std::exchange(m_resetting, false);
    const int row = m_key.isNull() ? -1 : m_model->rowOf(m_key);
    if (m_view->currentIndex().row() != row || (row >= 0 && !m_view->selectionModel()->hasSelection())) {
        const QSignalBlocker quiet(this);
        m_resetting = true;
        if (row >= 0) {
            m_view->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        } else {
            m_view->selectionModel()->clear();
        }
        m_resetting = false;
    }
    if (wasReset) {
        m_view->verticalScrollBar()->setValue(m_scroll);
    }
}

} // namespace handrail::ui
