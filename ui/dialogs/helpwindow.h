// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QStringListModel;

namespace handrail::ui {

class GuideBrowser;

/// A chapter of the guide: its file in docs/guide/<language>, without ".md".
struct HelpTopic
{
    QString file;
    QString title;
};

/// F1: the user guide (docs/guide, built into the program, so that it is there offline) in the interface's language.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);
    /// Shows a chapter ("sharing") and raises the window.
    void open(const QString& topic);
    static QList<HelpTopic> topics();

private:
    void show(const QString& topic);

    QString m_folder;
    QStringListModel* m_titles;
    QListView* m_list;
    GuideBrowser* m_text;
};

} // namespace handrail::ui
