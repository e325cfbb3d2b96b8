// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/notefile.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NoteFile)
};

/// A file's name may be long and hold anything; a sentence shows the readable part of it.
QString shortName(const QString& fileName)
{
    return fileName.simplified().left(60);
}

bool isMeantToBeRead(QChar c)
{
    return c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control;
}

Error notText(const QString& fileName)
{
    return {ErrorCode::InvalidInput,
            Words::tr("«%1» is not a text file. Only text can be kept with a referral: copy the words that matter into "
                      "the note.")
                .arg(shortName(fileName))};
}

} // namespace

Result<QString> textOfFile(const QString& fileName, const QByteArray& bytes)
{
    const auto mark = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(mark.value_or(QStringConverter::Utf8), QStringConverter::Flag::Stateless);
    QString text = decoder.decode(bytes.left(longestNoteFile));
    const bool tooLong = bytes.size() > longestNoteFile;
    // A cut in the middle of a character is the cut's fault, not the file's.
    if (decoder.hasError() && !tooLong)
        return notText(fileName);
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    const qsizetype judged = tooLong ? std::min<qsizetype>(text.size(), longestNote) : text.size();
    if (!std::all_of(text.cbegin(), text.cbegin() + judged, isMeantToBeRead) ||
        text.left(judged).contains(QChar::ReplacementCharacter))
        return notText(fileName);
    text = text.trimmed();
    if (text.isEmpty())
        return Error{ErrorCode::InvalidInput, Words::tr("«%1» is empty.").arg(shortName(fileName))};
    if (tooLong || text.size() > longestNote)
        return Error{ErrorCode::InvalidInput,
                     Words::tr("«%1» is too long: a note holds %L2 characters. Copy the part that matters.")
                         .arg(shortName(fileName))
                         .arg(longestNote)};
    return text;
}

} // namespace handrail
