// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/csvexport.h"

#include "core/domain/csv.h"

#include <QCoreApplication>

namespace handrail::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CsvFile)
};

} // namespace

CsvFile::CsvFile(const QString& path, const QStringList& titles)
    : m_file(path)
{
    if (m_file.open(QIODevice::WriteOnly)) {
        m_file.write("\xef\xbb\xbf");
        append(titles);
    }
}

void CsvFile::append(const QStringList& cells)
{
    if (m_file.isOpen()) {
        m_file.write(csvRecord(cells).toUtf8());
    }
}

Result<void> CsvFile::trouble() const
{
    if (m_file.isOpen() && m_file.error() == QFileDevice::NoError) {
        return {};
    }
    return Error{ErrorCode::StorageTrouble,
                 Words::tr("The file can’t be written. Choose another folder, or close the file where it is open.")};
}

Result<void> CsvFile::keep()
{
    const auto written = trouble();
    return written.ok() && !m_file.commit() ? trouble() : written;
}

} // namespace handrail::ui
