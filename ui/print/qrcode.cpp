// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/qrcode.h"

#include <QPainter>
#include <memory>

#include <qrencode.h>

namespace handrail::ui {

namespace {

constexpr qsizetype longest = 500;
constexpr int quietModules = 4; // ISO/IEC 18004

} // namespace

QrCode QrCode::of(const QString& text)
{
    QrCode code;
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > longest || bytes.contains('\0')) {
        return code;
    }
    // Level M stands a fold or a stain; a higher one makes smaller modules, which a poor printer smears.
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!made) {
        return code;
    }
    for (int row = 0; row < made->width; ++row) {
        QBitArray bits(made->width);
        for (int column = 0; column < made->width; ++column) {
            bits.setBit(column, (made->data[row * made->width + column] & 1) != 0);
        }
        code.m_rows.append(bits);
    }
    return code;
}

void QrCode::paint(QPainter& painter, const QRectF& square) const
{
    if (isEmpty()) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(square, Qt::white);
    const qreal module = square.width() / (size() + 2 * quietModules);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    for (int row = 0; row < size(); ++row) {
        // Runs and not single modules: no hair lines between neighbours, and a smaller file.
        for (int column = 0; column < size();) {
            int end = column;
            while (end < size() && isBlack(end, row)) {
                ++end;
            }
            if (end > column) {
                painter.drawRect(QRectF(square.left() + (column + quietModules) * module,
                                        square.top() + (row + quietModules) * module, (end - column) * module, module));
            }
            column = end + 1;
        }
    }
    painter.restore();
}

} // namespace handrail::ui
