// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/guidebrowser.h"

#include "ui/theme.h"

#include <QImageReader>
#include <QResizeEvent>
#include <QScrollBar>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int margin = 24;
constexpr int pauseMs = 100; // while a window is dragged wider, the pictures are not made anew at every step

} // namespace

GuideBrowser::GuideBrowser(const QString& folder, QWidget* parent)
    : QTextBrowser(parent)
    , m_folder(folder)
{
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that it takes no width from a picture when it comes
    document()->setDocumentMargin(margin);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_shownWidth != pictureWidth()) {
            const int at = verticalScrollBar()->value();
            showChapter(m_markdown);
            verticalScrollBar()->setValue(at);
        }
    });
}

void GuideBrowser::showChapter(const QString& markdown)
{
    m_markdown = markdown;
    m_shownWidth = pictureWidth();
    document()->setDefaultStyleSheet(u"a { color: %1; }"_s.arg(theme().accentText.name()));
    document()->clear(); // with the pictures that it keeps
    setMarkdown(markdown);
    moveCursor(QTextCursor::Start);
}

int GuideBrowser::pictureWidth() const
{
    return std::max(1, viewport()->width() - 2 * margin);
}

/// In the repository a picture stands in the gallery, in the program beside its chapter: only its name is the same.
QVariant GuideBrowser::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::ImageResource) {
        return QTextBrowser::loadResource(type, name);
    }
    QImage picture = QImageReader(u"%1/%2"_s.arg(m_folder, name.fileName())).read();
    if (picture.isNull()) {
        return {};
    }
    const qreal ratio = devicePixelRatioF();
    const int width = std::min(qRound(pictureWidth() * ratio), picture.width());
    picture = picture.convertToFormat(QImage::Format_RGB32).scaledToWidth(width, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

void GuideBrowser::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    m_pause.start();
}

} // namespace handrail::ui
