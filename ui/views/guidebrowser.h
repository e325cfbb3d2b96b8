// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace handrail::ui {

/// Shows a chapter of the guide. Its pictures are as wide as the window allows, and sharp on any screen.
class GuideBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    /// `folder`: of one language, where the pictures of its chapters are too.
    explicit GuideBrowser(const QString& folder, QWidget* parent = nullptr);
    void showChapter(const QString& markdown);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int pictureWidth() const;

    QString m_folder;
    QString m_markdown;
    QTimer m_pause;
    int m_shownWidth = 0;
};

} // namespace handrail::ui
