// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of paper, printed to PDF and read back as a person and a phone would: words by pdftotext, the QR codes by
// zbarimg from a picture of the page.
#include "ui/print/sheet.h"
#include "tests/ui/paper.h"
#include "tests/ui/screens.h"
#include "ui/dialogs/sheetdialog.h"
#include "ui/print/qrcode.h"
#include "ui/views/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QPageLayout>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

ResourceSite site(int number, const QString& name)
{
    ResourceSite made{.id = ResourceSiteId(QUuid::createUuidV5(QUuid(), QString::number(number)))};
    made.serviceName = name;
    made.organizationName = u"Organization %1"_s.arg(number);
    made.address1 = u"%1 Main Street"_s.arg(number);
    made.city = u"Dayton"_s;
    made.postalCode = u"45402"_s;
    made.phones = {{u"937 555-010%1"_s.arg(number), {}, u"voice"_s, {}}};
    made.hours = {{.weekdays = {1, 2, 3, 4, 5}, .opens = QTime(9, 0), .closes = QTime(17, 0)}};
    made.requiredDocuments = u"A letter with your address"_s;
    made.cost = u"Free"_s;
    made.languages = {u"es"_s, u"en"_s};
    return made;
}

/// A printed sheet and what can be read off it.
struct Paper
{
    QTemporaryDir folder;
    int pages = 0;

    explicit Paper(const ui::Sheet& sheet, QPageSize::PageSizeId size = QPageSize::Letter)
    {
        QPdfWriter writer(path());
        writer.setResolution(1200);
        writer.setPageLayout(
            {QPageSize(size), QPageLayout::Portrait, QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter});
        pages = ui::paintSheet(sheet, writer);
    }
    [[nodiscard]] QString path() const { return folder.filePath(u"sheet.pdf"_s); }
    [[nodiscard]] QString text(int page = 0) const
    {
        QStringList arguments = {u"-layout"_s};
        if (page > 0)
            arguments += {u"-f"_s, QString::number(page), u"-l"_s, QString::number(page)};
        return outputOf(u"pdftotext"_s, arguments + QStringList{path(), u"-"_s});
    }
    [[nodiscard]] QString picture(int page) const
    {
        const QString base = folder.filePath(u"page"_s);
        outputOf(u"pdftoppm"_s,
                 {u"-r"_s, u"150"_s, u"-png"_s, u"-singlefile"_s, u"-f"_s, QString::number(page), path(), base});
        return base + u".png"_s;
    }
    [[nodiscard]] QStringList codes(int page) const
    {
        QStringList found =
            outputOf(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, u"-Sdisable"_s, u"-Sqrcode.enable"_s, picture(page)})
                .split(u'\n', Qt::SkipEmptyParts);
        found.sort();
        return found;
    }
    /// For people who want to see it.
    void keep(const char* name) const
    {
        const QString where = qEnvironmentVariable("HANDRAIL_SCREENSHOTS");
        for (int page = 1; !where.isEmpty() && page <= pages; ++page)
            QImage(picture(page)).save(u"%1/%2-%3.png"_s.arg(where, QString::fromLatin1(name)).arg(page));
    }
};

ui::Sheet sheetOf(int sites)
{
    ui::Sheet sheet{.programName = u"Miami Valley Care"_s, .language = u"en"_s};
    const QStringList names = {u"Food Pantry"_s, u"Homeless Shelter"_s, u"Legal Aid"_s};
    for (int i = 0; i < sites; ++i)
        sheet.sites.append(site(i + 1, names.value(i, u"Service %1"_s.arg(i + 1))));
    sheet.printedOn = QDate(2026, 11, 24);
    return sheet;
}

} // namespace

TEST_CASE("sheet: with a link, one code opens the page", "[ui][sheet]")
{
    ui::Sheet sheet = sheetOf(3);
    sheet.link = u"https://handrail.example/r/AbCdEfGhIjKlMnOpQrStUv"_s;
    sheet.givenName = u"Maria"_s;
    const Paper paper(sheet);
    paper.keep("sheet-link");
    CHECK(paper.codes(1) == QStringList{sheet.link});
    const QString text = paper.text();
    for (const QString& words :
         {u"Resources for Maria"_s, u"Miami Valley Care"_s, u"1. Food Pantry"_s, u"2. Homeless Shelter"_s,
          u"3. Legal Aid"_s, u"1 Main Street, Dayton, 45402"_s, u"937 555-0101"_s,
          u"Monday – Friday: 9:00 AM – 5:00 PM"_s, u"A letter with your address"_s, u"Free"_s, u"Spanish, English"_s,
          u"Notes"_s, u"Printed on Tuesday, November 24, 2026"_s, u"Page 1 of %1"_s.arg(paper.pages), sheet.link}) {
        INFO(words.toStdString());
        CHECK(text.contains(words));
    }
}

TEST_CASE("sheet: without a link each resource has a code of its own", "[ui][sheet]")
{
    ui::Sheet sheet = sheetOf(3);
    sheet.sites[0].website = u"pantry.example.org"_s;
    sheet.sites[1].latitude = 39.76;
    sheet.sites[1].longitude = -84.19;
    sheet.sites[2].address1.clear();
    sheet.sites[2].city.clear();
    sheet.sites[2].postalCode.clear();
    sheet.notes = false;
    const Paper paper(sheet);
    paper.keep("sheet-codes");
    REQUIRE(paper.pages == 1);
    const QStringList expected = {
        u"https://pantry.example.org"_s,
        u"https://www.openstreetmap.org/?mlat=39.760000&mlon=-84.190000#map=17/39.760000/-84.190000"_s,
        u"tel:9375550103"_s};
    CHECK(paper.codes(1) == expected);
    CHECK(paper.text().contains(u"Your resources"_s));
    CHECK_FALSE(paper.text().contains(u"Notes"_s));
}

TEST_CASE("sheet: in the client's language, whatever the desk's is", "[ui][sheet]")
{
    ui::Sheet sheet = sheetOf(1);
    sheet.language = u"es-MX"_s;
    sheet.givenName = u"José"_s;
    const Paper paper(sheet);
    paper.keep("sheet-es");
    const QString text = paper.text();
    for (const QString& words : {u"Recursos para José"_s, u"Dirección"_s, u"Teléfono"_s, u"Horario"_s, u"Qué llevar"_s,
                                 u"Lunes – viernes"_s, u"español, inglés"_s, u"Notas"_s, u"Página 1 de 1"_s}) {
        INFO(words.toStdString());
        CHECK(text.contains(words));
    }
    CHECK_FALSE(text.contains(u"Address"_s));
    CHECK_FALSE(text.contains(u"Monday"_s));
}

TEST_CASE("sheet: a resource is never torn apart between two pages", "[ui][sheet]")
{
    ui::Sheet sheet = sheetOf(9);
    for (ResourceSite& each : sheet.sites) {
        each.eligibility = u"Everybody who lives in Montgomery County and has not been here this month. "_s.repeated(3);
        each.applicationProcess = u"Walk in, or call first. "_s.repeated(1 + each.serviceName.size() % 9);
    }
    const auto size = GENERATE(QPageSize::Letter, QPageSize::A4);
    const Paper paper(sheet, size);
    paper.keep("sheet-long");
    REQUIRE(paper.pages > 2);
    for (int i = 0; i < sheet.sites.size(); ++i) {
        const QString title = u"%1. %2"_s.arg(i + 1).arg(sheet.sites[i].serviceName);
        const QString phone = sheet.sites[i].phones.first().number;
        int holding = 0;
        for (int page = 1; page <= paper.pages; ++page) {
            const QString text = paper.text(page);
            INFO(title.toStdString() << " on page " << page);
            CHECK(text.contains(title) == text.contains(phone));
            holding += text.contains(title) ? 1 : 0;
            CHECK(text.contains(u"Page %1 of %2"_s.arg(page).arg(paper.pages)));
        }
        CHECK(holding == 1);
    }
}

TEST_CASE("sheet: prints without colour and holds its margins", "[ui][sheet]")
{
    ui::Sheet sheet = sheetOf(3);
    sheet.sites[0].alert = u"Closed on Friday."_s;
    const QImage page(Paper(sheet).picture(1));
    REQUIRE_FALSE(page.isNull());
    int coloured = 0;
    int inMargin = 0;
    const int margin = int(15 / 25.4 * 150) - 3;
    for (int y = 0; y < page.height(); ++y)
        for (int x = 0; x < page.width(); ++x) {
            const QColor colour = page.pixelColor(x, y);
            coloured += std::abs(colour.red() - colour.green()) + std::abs(colour.green() - colour.blue()) > 8 ? 1 : 0;
            const bool outside = x < margin || y < margin || x >= page.width() - margin || y >= page.height() - margin;
            inMargin += outside && colour.lightness() < 250 ? 1 : 0;
        }
    CHECK(coloured == 0);
    CHECK(inMargin == 0);
}

TEST_CASE("sheet: what a directory may hold does no harm", "[ui][sheet]")
{
    ui::Sheet sheet = sheetOf(2);
    sheet.sites[0].serviceName = u"<b>Pantry</b> & \"Co\""_s;
    sheet.sites[0].website = u"javascript:alert(1)"_s;
    sheet.sites[0].eligibility = u"x"_s.repeated(300000);
    sheet.sites[0].alert = u"alert "_s.repeated(5000);
    sheet.sites[1].hours.clear();
    sheet.sites[1].requiredDocuments = u"line\n"_s.repeated(4000);
    const Paper paper(sheet);
    CHECK(paper.pages >= 1);
    CHECK(paper.pages < 6);
    CHECK(paper.text().contains(u"<b>Pantry</b> & \"Co\""_s));
    CHECK_FALSE(paper.text().contains(u"javascript"_s));
    for (const QString& code : paper.codes(1))
        CHECK_FALSE(code.contains(u"javascript"_s));
}

TEST_CASE("sheet dialog: asks for a link and says what the codes open", "[ui][sheet]")
{
    Desktop desktop;
    const QList<Referral> referrals = desktop.refer(3);
    ui::SheetOrder order{desktop.office.client.id, desktop.office.siteIds(), {}};
    for (const Referral& referral : referrals)
        order.referrals.append(referral.id);

    SECTION("of referrals: one code; the client's language and no name unless wanted")
    {
        ui::SheetDialog dialog(desktop.services, order);
        dialog.show();
        settle();
        REQUIRE(desktop.links.orders.size() == 1);
        CHECK(desktop.links.orders.first().referrals == order.referrals);
        CHECK(desktop.links.orders.first().language == u"en"_s);
        CHECK_FALSE(desktop.links.orders.first().withFirstName);
        CHECK(dialog.sheet().link == *desktop.links.answer);
        CHECK(dialog.sheet().givenName.isEmpty());
        CHECK(dialog.sheet().sites.size() == 3);
        CHECK(must<QLabel>(&dialog, "sheetCode")->text().startsWith(u"One code opens a page"_s));
        shot(&dialog, "sheet-dialog");

        press(&dialog, "sheetName");
        CHECK(dialog.sheet().givenName == u"Maria"_s);
        CHECK(desktop.links.orders.last().withFirstName);
        must<QComboBox>(&dialog, "sheetLanguage")->setCurrentIndex(1);
        settle();
        CHECK(desktop.links.orders.last().language == u"es"_s);

        QTemporaryDir folder;
        const QString path = folder.filePath(u"resources.pdf"_s);
        REQUIRE(dialog.savePdf(path));
        CHECK(outputOf(u"pdftotext"_s, {path, u"-"_s}).contains(u"Recursos para Maria"_s));
        settle();
        const auto activities = mustHave(desktop.store.activities().find({{}, referrals.first().id}, {}));
        CHECK(activities.first().activity.text == u"Printed a sheet with the resources for the client."_s);
        REQUIRE(dialog.savePdf(path));
        settle();
        CHECK(mustHave(desktop.store.activities().find({{}, referrals.first().id}, {})).size() == activities.size());
        CHECK_FALSE(dialog.savePdf(folder.filePath(u"no/such/folder.pdf"_s)));
        CHECK(pdfPages(path) == 1);

        // By the print dialog it comes out alike.
        const QString printed = folder.filePath(u"printed.pdf"_s);
        press(&dialog, "sheetPrint");
        printTo(&dialog, printed);
        settle();
        CHECK(pdfPages(printed) == 1);
        for (const QString& words : {u"Recursos para Maria"_s, u"Food Pantry"_s, u"Legal Aid"_s})
            CHECK(pdfText(printed).contains(words));
        CHECK(must<ui::Notice>(&dialog, "sheetNotice")->sentence() == u"The sheet is on its way to the printer."_s);
    }
    SECTION("offline: codes of the resources, the reason, and another try")
    {
        desktop.links.answer = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
        ui::SheetDialog dialog(desktop.services, order);
        dialog.show();
        settle();
        CHECK(dialog.sheet().link.isEmpty());
        CHECK(must<QLabel>(&dialog, "sheetCode")->text().endsWith(u"The server can’t be reached."_s));
        desktop.links.answer = u"https://handrail.example/r/BBBBBBBBBBBBBBBBBBBBBB"_s;
        press(&dialog, "sheetTryAgain");
        CHECK(dialog.sheet().link == *desktop.links.answer);
    }
    SECTION("of referrals alone: their resources in their order")
    {
        order.sites.clear();
        std::reverse(order.referrals.begin(), order.referrals.end());
        ui::SheetDialog dialog(desktop.services, order);
        dialog.show();
        settle();
        REQUIRE(dialog.sheet().sites.size() == 3);
        CHECK(dialog.sheet().sites.first().serviceName == u"Legal Aid"_s);
    }
    SECTION("of a basket: nothing is asked of the server")
    {
        order.referrals.clear();
        ui::SheetDialog dialog(desktop.services, order);
        dialog.show();
        settle();
        CHECK(desktop.links.orders.isEmpty());
        CHECK(must<QLabel>(&dialog, "sheetCode")->text().startsWith(u"Each resource has a code of its own"_s));
    }
}

TEST_CASE("sheet: a QR code of what is too long is none", "[ui][sheet]")
{
    CHECK(ui::QrCode::of({}).isEmpty());
    CHECK(ui::QrCode::of(u"x"_s.repeated(501)).isEmpty());
    CHECK(ui::QrCode::of(u"https://example.org"_s).size() == 25);
}
