// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screens.h"
#include "ui/draftkeeper.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// A form of two fields, as a page or a dialog has it.
struct Form
{
    explicit Form(Desktop& desktop)
        : keeper(desktop.runner, desktop.clock,
                 {.read =
                      [this] {
                          QJsonObject content;
                          if (!title.text().isEmpty() || !text.toPlainText().isEmpty())
                              content = {{u"title"_s, title.text()}, {u"text"_s, text.toPlainText()}};
                          return content;
                      },
                  .fill =
                      [this](const QJsonObject& content) {
                          title.setText(content[u"title"].toString());
                          text.setPlainText(content[u"text"].toString());
                      }},
                 nullptr)
    {
        keeper.follow(&title);
        keeper.follow(&text);
    }
    QLineEdit title;
    QPlainTextEdit text;
    ui::DraftKeeper keeper;
};

int draftsIn(Desktop& desktop)
{
    return int(mustHave(desktop.store.drafts().drafts()).size());
}

} // namespace

TEST_CASE("drafts: typed text is never lost", "[ui][drafts]")
{
    Desktop desktop;
    {
        Form form(desktop);
        form.keeper.open(u"note/1"_s, u"Note about Maria"_s);
        settle();
        QTest::keyClicks(&form.title, u"Call back"_s);
        QTest::keyClicks(&form.text, u"on Monday"_s);
        waitFor([&] { return draftsIn(desktop) == 1; });
        // The program is killed here: nothing says good-bye.
    }
    Form form(desktop);
    SECTION("it is there again after a kill")
    {
        QSignalSpy restored(&form.keeper, &ui::DraftKeeper::restored);
        form.keeper.open(u"note/1"_s, u"Note about Maria"_s);
        waitFor([&] { return restored.count() == 1; });
        CHECK(form.title.text() == u"Call back"_s);
        CHECK(form.text.toPlainText() == u"on Monday"_s);
    }
    SECTION("another form's draft is another one")
    {
        form.keeper.open(u"note/2"_s, u"Note about Ana"_s);
        settle();
        CHECK(form.text.toPlainText().isEmpty());
    }
    SECTION("saving it ends it")
    {
        form.keeper.open(u"note/1"_s, u"Note about Maria"_s);
        settle();
        form.keeper.discard();
        CHECK(draftsIn(desktop) == 0);
    }
    SECTION("emptying the fields ends it")
    {
        form.keeper.open(u"note/1"_s, u"Note about Maria"_s);
        waitFor([&] { return !form.title.text().isEmpty(); });
        form.title.clear();
        form.text.clear();
        waitFor([&] { return draftsIn(desktop) == 0; });
    }
    SECTION("what is typed before the draft comes is not overwritten")
    {
        form.keeper.open(u"note/1"_s, u"Note about Maria"_s);
        QTest::keyClicks(&form.title, u"New"_s);
        settle();
        CHECK(form.title.text() == u"New"_s);
    }
    SECTION("going on to another form writes the last keys first")
    {
        form.keeper.open(u"note/1"_s, u"Note about Maria"_s);
        settle();
        QTest::keyClicks(&form.text, u" or Tuesday"_s);
        form.keeper.open(u"note/2"_s, u"Note about Ana"_s);
        const auto kept = mustHave(desktop.store.drafts().draft(u"note/1"_s));
        REQUIRE(kept.has_value());
        CHECK(kept->content[u"text"].toString().contains(u"or Tuesday"_s));
    }
}
