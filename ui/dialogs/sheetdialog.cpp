// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sheetdialog.h"

#include "core/casework/referrals.h"
#include "core/domain/language.h"
#include "ui/accesslog.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr qreal marginMm = 15;

QPageLayout pageLayout(bool letter)
{
    return {QPageSize(letter ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait,
            QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter};
}

} // namespace

SheetDialog::SheetDialog(Services services, SheetOrder order, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_order(std::move(order))
    , m_printer(std::make_unique<QPrinter>(QPrinter::ScreenResolution))
    , m_language(new QComboBox)
    , m_paper(new QComboBox)
    , m_name(new QCheckBox(tr("First Name on the Sheet")))
    , m_notes(new QCheckBox(tr("Room for Notes")))
    , m_code(makeLabel({}, u"muted"_s, true))
    , m_again(makeButton(u"sheetTryAgain"_s, tr("Ask for the Link Again"), ButtonKind::Quiet))
    , m_save(makeButton(u"sheetSave"_s, tr("Save as PDF…")))
    , m_print(makeButton(u"sheetPrint"_s, tr("Print…"), ButtonKind::Primary, u"print"_s))
    , m_notice(new Notice(u"sheetNotice"_s))
{
    setObjectName(u"sheetDialog"_s);
    setWindowTitle(tr("Printed Sheet"));
    m_printer->setPageLayout(pageLayout(usesLetterPaper(QLocale())));
    m_preview = new QPrintPreviewWidget(m_printer.get());
    identify(m_preview, u"sheetPreview"_s, tr("Preview of the Sheet"));
    m_preview->setZoomMode(QPrintPreviewWidget::FitToWidth);
    m_preview->setMinimumWidth(fontMetrics().averageCharWidth() * 36);

    auto* close = makeButton(u"sheetClose"_s, tr("Close"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(close);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_print);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(m_preview, 1);
    middle->addWidget(makeOptions());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addLayout(middle, 1);
    column->addLayout(buttons);
    resizeOnScreen(this, {1000, 720});

    connect(m_preview, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter* printer) { paintSheet(m_sheet, *printer); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SheetDialog::chooseFile);
    connect(m_print, &QPushButton::clicked, this, &SheetDialog::choosePrinter);
    connect(m_again, &QPushButton::clicked, this, &SheetDialog::askLink);
    m_save->setEnabled(false);
    m_print->setEnabled(false);
    readFacts();
}

SheetDialog::~SheetDialog() = default;

QWidget* SheetDialog::makeOptions()
{
    identify(m_language, u"sheetLanguage"_s, tr("Language of the Sheet"));
    for (const QString& language : SheetLanguage::offered()) {
        m_language->addItem(languageInWords(language), language);
    }
    identify(m_paper, u"sheetPaper"_s, tr("Paper"));
    m_paper->addItem(tr("Letter"), true);
    m_paper->addItem(tr("A4"), false);
    m_paper->setCurrentIndex(usesLetterPaper(QLocale()) ? 0 : 1);
    identify(m_name, u"sheetName"_s, m_name->text());
    m_name->setToolTip(tr("A paper can be found by others: without the name it says nothing about whose it is."));
    identify(m_notes, u"sheetNotes"_s, m_notes->text());
    m_notes->setChecked(true);
    m_code->setObjectName(u"sheetCode"_s);
    m_again->hide();

    auto* options = new QWidget;
    options->setFixedWidth(fontMetrics().averageCharWidth() * 34);
    auto* column = new QVBoxLayout(options);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeLabel(tr("For a client without a phone"), u"heading"_s, true));
    column->addSpacing(4);
    column->addWidget(makeLabel(tr("Language of the Sheet"), u"section"_s));
    column->addWidget(m_language);
    column->addWidget(makeLabel(tr("Paper"), u"section"_s));
    column->addWidget(m_paper);
    column->addSpacing(4);
    column->addWidget(m_name);
    column->addWidget(m_notes);
    column->addSpacing(8);
    column->addWidget(makeLabel(tr("QR code"), u"section"_s));
    column->addWidget(m_code);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    column->addStretch(1);

    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        m_sheet.language = m_language->currentData().toString();
        update();
        askLink(); // its page is in the sheet's language
    });
    connect(m_paper, &QComboBox::currentIndexChanged, this, [this] {
        m_printer->setPageLayout(pageLayout(m_paper->currentData().toBool()));
        update();
    });
    connect(m_name, &QCheckBox::toggled, this, [this](bool on) {
        m_sheet.givenName = on ? m_givenName : QString();
        update();
        askLink();
    });
    connect(m_notes, &QCheckBox::toggled, this, [this](bool on) {
        m_sheet.notes = on;
        update();
    });
    return options;
}

void SheetDialog::readFacts()
{
    sayCode(tr("Reading the directory…"), false);
    askStore(
        m_services.store, this,
        [order = m_order](LocalStore& store) -> Result<Facts> {
            Facts facts;
            if (order.client) {
                const auto client = store.clients().client(*order.client);
                if (!client.ok()) {
                    return client.error();
                }
                facts.client = *client;
            }
            const auto agency = store.agencies().agency();
            if (!agency.ok()) {
                return agency.error();
            }
            facts.programName = *agency ? (**agency).programName : QString();
            QList<ResourceSiteId> wanted = order.sites;
            if (wanted.isEmpty()) {
                const auto referrals = store.referrals().referrals(order.referrals);
                if (!referrals.ok()) {
                    return referrals.error();
                }
                for (const Referral& referral : *referrals) {
                    wanted.append(referral.siteId);
                }
            }
            const auto sites = store.directory().sites(wanted);
            if (!sites.ok()) {
                return sites.error();
            }
            facts.sites = *sites;
            return facts;
        },
        [this](const Result<Facts>& facts) {
            if (facts.ok()) {
                take(*facts);
            } else {
                m_notice->say(Notice::Tone::Bad, facts.error().sentence);
            }
        });
}

void SheetDialog::take(const Facts& facts)
{
    m_sheet.programName = facts.programName;
    m_sheet.sites = facts.sites;
    m_sheet.printedOn = m_services.clock.now().toLocalTime().date();
    m_givenName = facts.client ? facts.client->givenName : QString();
    m_name->setVisible(!m_givenName.isEmpty());
    m_sheet.language = chooseLanguage(SheetLanguage::offered(), facts.client ? facts.client->language : QString());
    {
        const QSignalBlocker quiet(m_language);
        m_language->setCurrentIndex(m_language->findData(m_sheet.language));
    }
    m_save->setEnabled(!facts.sites.isEmpty());
    m_print->setEnabled(!facts.sites.isEmpty());
    update();
    askLink();
    m_print->setFocus(Qt::OtherFocusReason);
}

void SheetDialog::askLink()
{
    const int asked = ++m_asked;
    m_sheet.link.clear();
    if (m_order.referrals.isEmpty() || !m_order.client) {
        sayCode(
            tr("Each resource has a code of its own: its website, its map or its phone. Once referrals are made, the "
               "sheet has one code for a page with all of them."),
            false);
        return;
    }
    sayCode(tr("Asking the server for a link to a page with all of these…"), false);
    m_services.links.askLink(
        {*m_order.client, m_order.referrals, m_sheet.language, !m_sheet.givenName.isEmpty()}, this,
        [this, asked](const Result<QString>& link) {
            if (asked != m_asked) {
                return;
            }
            if (link.ok()) {
                m_sheet.link = *link;
                sayCode(tr("One code opens a page with all of these resources. Whoever holds the paper can open it; it "
                           "stops working after three months."),
                        false);
            } else {
                sayCode(tr("There is no link to a page now, so each resource has a code of its own. %1")
                            .arg(link.error().sentence),
                        true);
            }
            update();
        });
}

void SheetDialog::sayCode(const QString& sentence, bool canTryAgain)
{
    m_code->setText(sentence);
    m_code->setAccessibleName(sentence);
    m_again->setVisible(canTryAgain);
}

void SheetDialog::update()
{
    m_preview->updatePreview();
    m_preview->fitToWidth();
}

bool SheetDialog::savePdf(const QString& path)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setPageLayout(m_printer->pageLayout());
    printer.setDocName(tr("Resources"));
    const bool written = paintSheet(m_sheet, printer) > 0;
    if (written) {
        noteGiven();
        m_notice->say(Notice::Tone::Good, tr("Saved as %1.").arg(path));
    } else {
        m_notice->say(
            Notice::Tone::Bad,
            tr("The file can’t be written there. Choose another folder, or close the program that has it open."));
    }
    return written;
}

void SheetDialog::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* chooser = new QFileDialog(this, tr("Save as PDF"), folder, tr("PDF files (*.pdf)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"pdf"_s);
    chooser->selectFile(tr("Resources") + u".pdf"_s); // no name of a person in a file's name
    connect(chooser, &QFileDialog::fileSelected, this, &SheetDialog::savePdf);
    chooser->open();
}

void SheetDialog::choosePrinter()
{
    auto* printer = new QPrinter(QPrinter::HighResolution);
    printer->setPageLayout(m_printer->pageLayout());
    printer->setDocName(tr("Resources"));
    auto* chooser = new QPrintDialog(printer, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* chosen) {
        if (paintSheet(m_sheet, *chosen) > 0) {
            noteGiven();
            m_notice->say(Notice::Tone::Good, tr("The sheet is on its way to the printer."));
        } else {
            m_notice->say(Notice::Tone::Bad,
                          tr("The printer didn’t take the sheet. Check it, or save the sheet as PDF."));
        }
    });
    connect(chooser, &QObject::destroyed, this, [printer] { delete printer; });
    chooser->open();
}

void SheetDialog::noteGiven()
{
    if (m_order.client) {
        AccessLog::tookAlong(m_services, this, Access::Deed::Printed, m_order.client);
    }
    if (m_noted || m_order.referrals.isEmpty()) {
        return;
    }
    m_noted = true;
    atDesk(
        m_services, this,
        [referrals = m_order.referrals,
         note = tr("Printed a sheet with the resources for the client.")](casework::Desk& desk) -> Result<void> {
            for (const ReferralId& id : referrals) {
                if (const auto noted = casework::addNote(desk, id, note); !noted) {
                    return noted;
                }
            }
            return {};
        },
        [this](const Result<void>& noted) {
            if (!noted.ok()) {
                m_notice->say(Notice::Tone::Warn, noted.error().sentence);
            }
            m_services.agent.lookNow();
        });
}

SheetDialog* openSheet(const Services& services, const SheetOrder& order, QWidget* parent)
{
    auto* dialog = new SheetDialog(services, order, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace handrail::ui
