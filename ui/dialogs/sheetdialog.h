// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/sheet.h"
#include "ui/services.h"

#include <QDialog>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPrintPreviewWidget;
class QPrinter;
class QPushButton;

namespace handrail::ui {

class Notice;

/// What a sheet is to be about.
struct SheetOrder
{
    std::optional<ClientId> client; ///< For language and first name; none: for nobody in particular.
    QList<ResourceSiteId> sites;    ///< In this order; none: the referrals' own.
    QList<ReferralId> referrals;    ///< Those of these sites, where they are made: then the server gives a link.
};

/// The sheet of paper for a client who can't be texted: seen as it will be printed, printed, or saved as PDF. Works
/// offline; where there is no link from the server each resource has a code of its own.
class SheetDialog : public QDialog
{
    Q_OBJECT

public:
    SheetDialog(Services services, SheetOrder order, QWidget* parent = nullptr);
    ~SheetDialog() override;

    /// Writes the PDF; false where the file can't be written.
    bool savePdf(const QString& path);
    [[nodiscard]] const Sheet& sheet() const { return m_sheet; }

private:
    struct Facts
    {
        std::optional<Client> client;
        QString programName;
        QList<ResourceSite> sites;
    };

    [[nodiscard]] QWidget* makeOptions();
    void readFacts();
    void take(const Facts& facts);
    void askLink();
    void update();
    void sayCode(const QString& sentence, bool canTryAgain);
    void choosePrinter();
    void chooseFile();
    /// The client has it now: the referrals' activity says so.
    void noteGiven();

    Services m_services;
    SheetOrder m_order;
    Sheet m_sheet;
    QString m_givenName;
    std::unique_ptr<QPrinter> m_printer;
    QPrintPreviewWidget* m_preview;
    QComboBox* m_language;
    QComboBox* m_paper;
    QCheckBox* m_name;
    QCheckBox* m_notes;
    QLabel* m_code;
    QPushButton* m_again;
    QPushButton* m_save;
    QPushButton* m_print;
    Notice* m_notice;
    bool m_noted = false;
    int m_asked = 0; ///< Answers to older questions for a link are out of date.
};

/// Opens the dialog over `parent`: the one call for whoever offers a printed sheet.
SheetDialog* openSheet(const Services& services, const SheetOrder& order, QWidget* parent);

} // namespace handrail::ui
