// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/auditsection.h"

#include "ui/csvexport.h"
#include "ui/models/auditmodel.h"
#include "ui/theme.h"
#include "ui/views/flowlayout.h"
#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int rowsAtOnce = 199; // as many as the server gives

} // namespace

AuditSection::AuditSection(Services services)
    : SettingsSection(services, u"auditSettings"_s, tr("Audit"),
                      tr("Who signed in, changed people or settings, exported or erased, and when. Nobody can change it."))
    , m_model(new AuditModel(services.admin, services.clock, this))
    , m_period(new QComboBox)
    , m_who(new QComboBox)
    , m_save(makeButton(u"saveAudit"_s, tr("Save as CSV…")))
    , m_content(new QWidget)
{
    identify(m_period, u"auditPeriod"_s, tr("Period"));
    m_period->addItem(tr("Last 24 hours"), 1);
    m_period->addItem(tr("Last 7 days"), 7);
    m_period->addItem(tr("Last 30 days"), 30);
    m_period->addItem(tr("Last 365 days"), 365);
    m_period->addItem(tr("From the beginning"), 0);
    m_period->setCurrentIndex(2);
    identify(m_who, u"auditWho"_s, tr("Person"));
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_who->setMinimumContentsLength(16);
    auto* list = new QListView;
    identify(list, u"auditList"_s, tr("Entries of the audit"));
    list->setModel(m_model);
    list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Sentence, list));
    list->setUniformItemSizes(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMinimumHeight(fontMetrics().height() * 16);
    m_states = new StatePane(list, u"audit"_s);
    auto* filters = new QWidget; // below each other with large letters
    auto* row = new FlowLayout(scaled(8), filters);
    row->addWidget(m_period);
    row->addWidget(m_who);
    row->addWidget(m_save);
    auto* inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(scaled(8));
    inside->addWidget(filters);
    inside->addWidget(m_states, 1);
    column()->addWidget(m_content, 1);
    column()->addStretch();
    m_content->hide();
    connect(m_period, &QComboBox::currentIndexChanged, this, &AuditSection::ask);
    connect(m_who, &QComboBox::currentIndexChanged, this, &AuditSection::ask);
    connect(m_save, &QPushButton::clicked, this, &AuditSection::chooseFile);
    connect(m_model, &AuditModel::answered, this, &AuditSection::showState);
    connect(m_states, &StatePane::acted, m_model, &AuditModel::refresh);
    showState();
}

void AuditSection::load()
{
    loadForAdministrator(
        m_content, [](LocalStore& store) { return store.agencies().users(); },
        tr("Only an administrator can read the audit."), [this](const QList<User>& users) {
            const QString chosen = m_who->currentData().toString();
            const QSignalBlocker quiet(m_who);
            m_who->clear();
            m_who->addItem(tr("Anybody"), QString());
            QHash<QString, QString> names;
            for (const User& user : users) {
                m_who->addItem(oneLine(user.displayName), user.id.toString());
                names.insert(user.id.toString(), user.displayName);
            }
            for (const QString& other : {u"command"_s, u"server"_s, u"client"_s}) {
                m_who->addItem(m_model->whoInWords(other), other);
            }
            m_who->setCurrentIndex(std::max(0, m_who->findData(chosen)));
            m_model->setNames(names);
            ask();
        });
}

void AuditSection::ask()
{
    const int days = m_period->currentData().toInt();
    m_model->setFilter({days > 0 ? services().clock.now().addDays(-days) : QDateTime(), m_who->currentData().toString()});
}

void AuditSection::showState()
{
    m_save->setEnabled(m_model->rowCount() > 0);
    if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"activity"_s, tr("Asking the server…"), {});
    } else if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("The audit can’t be read now"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->rowCount() == 0) {
        m_states->showMessage(u"activity"_s, tr("Nothing in this time"), tr("Choose a longer period or another person."));
    } else {
        m_states->showContent();
    }
}

void AuditSection::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Save the Audit"), tr("audit.csv"), tr("Spreadsheet (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_save->setEnabled(false);
        exportPage(std::make_shared<CsvFile>(path, QStringList{tr("Number"), tr("Time (UTC)"), tr("Who"), tr("What"),
                                                               tr("About"), tr("Device"), tr("Details")}),
                   0);
    });
    dialog->open();
}

void AuditSection::exportPage(const std::shared_ptr<CsvFile>& file, qint64 before)
{
    const int days = m_period->currentData().toInt();
    const AuditFilter filter{days > 0 ? services().clock.now().addDays(-days) : QDateTime(), m_who->currentData().toString()};
    services().admin->askAudit(
        AuditModel::queryFor(filter, before, rowsAtOnce), this, [this, file](const Result<protocol::AuditAnswer>& answer) {
            if (answer.ok()) {
                for (const protocol::AuditItem& item : answer->items) {
                    file->append(m_model->exported(item));
                }
                if (answer->more && !answer->items.isEmpty()) {
                    exportPage(file, answer->items.last().number);
                    return;
                }
            }
            m_save->setEnabled(true);
            const Result<void> kept = answer.ok() ? file->keep() : Result<void>(answer.error());
            if (kept.ok()) {
                notice().say(Notice::Tone::Good, tr("The audit is saved."));
            } else {
                notice().say(Notice::Tone::Bad, kept.error().sentence);
            }
        });
}

} // namespace handrail::ui
