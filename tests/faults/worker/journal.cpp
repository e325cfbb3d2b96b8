// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/worker/journal.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace handrail::faults {

namespace {

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

bool Journal::open(const QString& path)
{
    m_file.setFileName(path);
    // A line that the last kill cut off must not swallow the next one.
    return m_file.open(QIODevice::Append | QIODevice::Unbuffered) && m_file.write("\n") == 1;
}

void Journal::acknowledged(const QList<Edit>& edits)
{
    QByteArray lines;
    for (const Edit& edit : edits)
        lines += line({{u"entity"_s, edit.entity}, {u"key"_s, edit.key.toString(QUuid::WithoutBraces)}, {u"fields"_s, edit.fields}});
    write(lines);
}

void Journal::refused(const Error& error)
{
    write(line({{u"refused"_s, error.sentence}, {u"code"_s, int(error.code)}}));
}

void Journal::write(const QByteArray& lines)
{
    if (m_file.write(lines) != lines.size() || !flushToDisk(m_file))
        qFatal("the journal can't be written: %s", qUtf8Printable(m_file.errorString()));
}

} // namespace handrail::faults
