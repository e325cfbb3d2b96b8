// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBitArray>
#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace handrail::ui {

/// A QR code: black modules of a square, row by row.
class QrCode
{
public:
    /// For `text`; empty where it is empty or longer than a code of this use should be (500 bytes).
    static QrCode of(const QString& text);
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    /// Modules a side, without the quiet zone.
    [[nodiscard]] int size() const { return int(m_rows.size()); }
    [[nodiscard]] bool isBlack(int column, int row) const { return m_rows.at(row).testBit(column); }
    /// Fills the square, quiet zone of four modules included, in black on white.
    void paint(QPainter& painter, const QRectF& square) const;

private:
    QList<QBitArray> m_rows;
};

} // namespace handrail::ui
