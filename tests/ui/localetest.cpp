// SPDX-License-Identifier: GPL-3.0-or-later
// Dates, times, numbers and phones on screens follow the locale, not only the language.
#include "core/casework/clients.h"
#include "tests/ui/screens.h"
#include "ui/datewords.h"
#include "ui/pages/clientspage.h"
#include "ui/pages/referralspage.h"
#include "ui/views/homecard.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// The default locale while it lives.
class Here
{
public:
    explicit Here(const QString& name) { QLocale::setDefault(QLocale(name)); }
    ~Here() { QLocale::setDefault(m_before); }
    Here(const Here&) = delete;

private:
    QLocale m_before;
};

/// With plain blanks: locales have thin and unbreakable ones, and not the same in every version.
std::string plain(QString text)
{
    return text.replace(QChar(0x202f), u' ').replace(QChar(0xa0), u' ').toStdString();
}

} // namespace

TEST_CASE("locale: the interface takes its language from the setting and its country from the system", "[ui][locale]")
{
    const auto name = [](const QString& language, const QString& system) {
        return ui::localeFor(language, QLocale(system)).name().toStdString();
    };
    CHECK(name({}, u"es_MX"_s) == "es_MX");
    CHECK(name(u"es"_s, u"en_US"_s) == "es_US");
    CHECK(name(u"es"_s, u"es_MX"_s) == "es_MX");
    CHECK(name(u"en"_s, u"en_GB"_s) == "en_GB");
    CHECK(name(u"es-MX"_s, u"en_US"_s) == "es_MX");
    CHECK(name(u"es"_s, u"ja_JP"_s) == "es_ES"); // no Spanish of Japan
    CHECK(name(u"es"_s, u"C"_s) == "es_ES");
}

TEST_CASE("locale: days and times", "[ui][locale]")
{
    const QDate day(2026, 10, 12);
    const QTime time(17, 3, 9);
    struct
    {
        const char* locale;
        const char* weekday;
        const char* withYear;
        const char* clock;
    } const rows[] = {{"en_US", "Mon, Oct 12", "Mon, Oct 12, 2026", "5:03 PM"},
                      {"en_GB", "Mon 12 Oct", "Mon 12 Oct 2026", "17:03"},
                      {"es_MX", "lun 12 oct", "lun 12 oct 2026", "17:03"},
                      {"es_US", "lun 12 oct", "lun 12 oct 2026", "5:03 p. m."},
                      {"de_DE", "Mo 12 Okt", "Mo 12 Okt 2026", "17:03"}};
    for (const auto& row : rows) {
        const QLocale locale(QString::fromLatin1(row.locale));
        INFO(row.locale);
        const auto letters = [](const QString& text) { return plain(QString(text).remove(u'.')); };
        CHECK(letters(ui::weekdayIn(locale, day)) == row.weekday);
        CHECK(letters(ui::weekdayIn(locale, day, true)) == row.withYear);
        CHECK(plain(ui::clockIn(locale, time)) == row.clock);
    }
}

TEST_CASE("locale: screens", "[ui][locale]")
{
    struct
    {
        const char* locale;
        const char* activity;
        const char* birth;
        const char* number;
    } const rows[] = {{"en_US", "Today, 3:00 PM", "May 31, 1984", "1,234"},
                      {"en_GB", "Today, 15:00", "31 May 1984", "1,234"},
                      {"es_MX", "Today, 15:00", "31 de mayo de 1984", "1,234"},
                      {"es_US", "Today, 3:00 p. m.", "31 de mayo de 1984", "1,234"},
                      {"de_DE", "Today, 15:00", "31. Mai 1984", "1.234"}};
    for (const auto& row : rows) {
        INFO(row.locale);
        Desktop desktop;
        const Here here(QString::fromLatin1(row.locale));
        casework::Desk desk{desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id};
        const ClientId client = mustHave(casework::saveClient(
            desk, {.givenName = u"Mary"_s,
                   .familyName = u"Lopez"_s,
                   .language = u"es"_s,
                   .timeZone = u"America/New_York"_s,
                   .birthDate = QDate(1984, 5, 31),
                   .contactPoints = {{.channel = Channel::Text, .typed = u"937 555 0177"_s, .primary = true}}}));
        desktop.refer(1);

        ui::ReferralsPage referrals(desktop.services);
        referrals.show();
        auto* table = must<QAbstractItemView>(&referrals, "referralsTable");
        waitFor([&] { return table->model()->rowCount() == 1; });
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            cells.append(table->model()->index(0, column).data().toString());
        }
        INFO(plain(cells.join(u" | "_s)));
        CHECK(plain(cells.join(u" | "_s)).find(row.activity) != std::string::npos);

        ui::ChosenClient chosen;
        ui::ClientsPage clients(desktop.services, chosen);
        clients.show();
        chosen.choose(client);
        waitFor([&] { return clients.findChild<QLabel*>(u"factBirthDate"_s) != nullptr; });
        CHECK(plain(must<QLabel>(&clients, "factBirthDate")->text()).find(row.birth) != std::string::npos);

        ui::HomeCard card(u"homeCard"_s, u"edit"_s, ui::HomeCard::Tone::Calm, u"Drafts"_s);
        card.setItems(1234, {});
        CHECK(card.accessibleName().toStdString() == std::string("Drafts: ") + row.number);
    }
}
