// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUuid>

class QBoxLayout;
class QAbstractItemView;
class QComboBox;

namespace handrail::ui {

class PagedModelBase;

/// Names a widget for tests and for screen readers in one go. `name` is the object name; `label` what a person sees or
/// hears (a mnemonic's & is left out).
void identify(QWidget* widget, const QString& name, const QString& label);

/// A label in one of the stylesheet's roles: "title", "heading", "section", "muted", "problem", "hint", "strong".
/// Plain text always: what a client's name holds is never read as markup. One that doesn't wrap is a OneLineLabel.
QLabel* makeLabel(const QString& text, const QString& role = {}, bool wraps = false);

/// A button with the verb on it. `Primary` is the one action of a screen.
enum class ButtonKind { Plain, Primary, Quiet };
QPushButton* makeButton(const QString& name, const QString& label, ButtonKind kind = ButtonKind::Plain,
                        const QString& iconName = {});

/// A frame in one of the stylesheet's roles ("card", "header" ...) with an upright layout on the 8 px grid.
QFrame* makeFrame(const QString& role, int margin = 16);
QBoxLayout* layoutOf(QWidget* widget);

/// Makes a box as wide as its widest entry, and narrower only where there is no room for it.
void fitToEntries(QComboBox* box);

/// Gives a window or dialog this size (at a font size of 100 %, it grows with the text) as far as its screen has room.
void resizeOnScreen(QWidget* window, const QSize& size);

/// Sets a stylesheet property and lets the style see it.
void setLook(QWidget* widget, const char* property, const QVariant& value);

/// Empties a layout and deletes what was in it.
void clearLayout(QLayout* layout);

/// A sentence of trouble, or its absence, beside a field. Marks the field and tells screen readers.
class ProblemLabel : public QLabel
{
    Q_OBJECT

public:
    ProblemLabel(const QString& name, QWidget* field, QWidget* parent = nullptr);
    void setProblem(const QString& sentence);

private:
    QWidget* m_field;
};

/// A message inside the page: what just happened, or what stands in the way. Closes by itself never, by a press always.
class Notice : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Info, Good, Warn, Bad };
    explicit Notice(const QString& name, QWidget* parent = nullptr);
    void say(Tone tone, const QString& sentence);
    /// With a button in place of the cross: it stays until it is acted upon.
    void ask(Tone tone, const QString& sentence, const QString& buttonLabel);
    /// With a button beside the cross: what it offers may be taken or left.
    void offer(Tone tone, const QString& sentence, const QString& buttonLabel);
    [[nodiscard]] QString sentence() const { return m_text->text(); }

Q_SIGNALS:
    void acted();

private:
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_act;
    QPushButton* m_close;
};

/// A field for notes. A paste of megabytes is cut before the layout has to bear it, and said. A text file that is pasted or
/// dropped becomes its words (attachments are kept as text only); anything else is refused with a sentence.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int longest = 2000; ///< Characters; what most records take.
    explicit NoteEdit(QWidget* parent = nullptr);
    void setLongest(int characters) { m_longest = characters; }
    /// Lets a person choose a text file, whose text comes to where the cursor is.
    void chooseFile();

Q_SIGNALS:
    void cut();
    /// A file that is no text, too long, or not one.
    void refused(const QString& sentence);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void insertFile(const QString& path);
    void insertBounded(const QString& text);

    int m_longest = longest;
};

/// Makes the row that is selected the current one too: a screen reader selects without moving the cursor.
void followSelection(QAbstractItemView* view);

/// Keeps what is selected through reloads of a model, by key and not by row number.
class KeyedSelection : public QObject
{
    Q_OBJECT

public:
    KeyedSelection(QAbstractItemView* view, PagedModelBase* model);
    /// Null where nothing is chosen.
    [[nodiscard]] const QUuid& key() const { return m_key; }
    /// Selects the row of `key` as soon as it is there.
    void choose(const QUuid& key);

Q_SIGNALS:
    void keyChanged(const QUuid& key);

private:
    void follow(const QModelIndex& current);
    void restore();

    QAbstractItemView* m_view;
    PagedModelBase* m_model;
    QUuid m_key;
    bool m_resetting = false;
    int m_scroll = 0;
};

} // namespace handrail::ui
