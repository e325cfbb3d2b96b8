// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clipboardguard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>

namespace handrail::ui {

ClipboardGuard::ClipboardGuard(QClipboard& clipboard, QObject* parent, int afterMs, std::function<bool()> isOurs)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_isOurs(isOurs ? std::move(isOurs) : [&clipboard] { return clipboard.ownsClipboard(); })
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(afterMs);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardGuard::clearOurs);
    connect(&clipboard, &QClipboard::dataChanged, this, &ClipboardGuard::noteCopy);
    // The clipboard itself goes with the application object, before what main() holds.
    connect(qApp, &QCoreApplication::aboutToQuit, this, &ClipboardGuard::clearOurs);
}

ClipboardGuard::~ClipboardGuard()
{
    if (qApp) {
        clearOurs();
    }
}

QByteArray ClipboardGuard::printOf() const
{
    const QString text = m_clipboard.text();
    return text.isEmpty() ? QByteArray() : QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

void ClipboardGuard::noteCopy()
{
    m_print = m_isOurs() ? printOf() : QByteArray();
    if (m_print.isEmpty()) {
        m_timer.stop();
    } else {
        m_timer.start();
    }
}

void ClipboardGuard::clearOurs()
{
    // Looked at again: not every system says when another program copies.
    if (!m_print.isEmpty() && m_isOurs() && printOf() == m_print) {
        m_clipboard.clear();
    }
    if (m_clipboard.supportsSelection() && m_clipboard.ownsSelection()) {
        m_clipboard.clear(QClipboard::Selection);
    }
    m_print.clear();
    m_timer.stop();
}

} // namespace handrail::ui
