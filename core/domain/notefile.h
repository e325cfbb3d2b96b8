// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>

namespace handrail {

/// A note holds at most so many characters (Activity.text in records/schema.cpp).
inline constexpr int longestNote = 8000;
/// More bytes than this of a file need not be read to know that it does not fit into a note.
inline constexpr qint64 longestNoteFile = longestNote * qint64(4) + 4;

/// What a file that a worker drops on a note says: attachments are kept as text only. UTF-8, or UTF-16 with its mark;
/// `bytes` may be the first longestNoteFile + 1 of the file. InvalidInput, with a sentence that names the file, where
/// it is empty, longer than a note, or not text (a picture, a PDF, a document of an office program).
Result<QString> textOfFile(const QString& fileName, const QByteArray& bytes);

} // namespace handrail
