// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/helpwindow.h"

#include "ui/theme.h"
#include "ui/views/guidebrowser.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QFile>
#include <QListView>
#include <QLocale>
#include <QShortcut>
#include <QSplitter>
#include <QStringListModel>

using namespace Qt::Literals::StringLiterals;

// At file scope, as Q_INIT_RESOURCE asks: it declares a function that the resource compiler defines in no namespace.
static void loadGuide()
{
    Q_INIT_RESOURCE(guide);
}

namespace handrail::ui {

namespace {

/// The language that the interface speaks, as far as there is a guide in it.
QString guideLanguage()
{
    // The translation itself says what language it is, which the locale does not where a translation is missing.
    return HelpWindow::tr("en", "The language code of this translation") == u"es" ? u"es"_s : u"en"_s;
}

} // namespace

QList<HelpTopic> HelpWindow::topics()
{
    return {{u"first-day"_s, tr("Your first day")},        {u"sharing"_s, tr("Sharing with a client")},
            {u"answers"_s, tr("What answers mean")},       {u"opting-out"_s, tr("Opting out")},
            {u"clients"_s, tr("Clients")},                 {u"directory"_s, tr("Finding resources")},
            {u"supervisors"_s, tr("For supervisors")},     {u"settings"_s, tr("Settings")},
            {u"security"_s, tr("Safety on your computer")}, {u"keyboard"_s, tr("Keyboard shortcuts")}};
}

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_folder(u":/handrail/guide/"_s + guideLanguage())
    , m_titles(new QStringListModel(this))
    , m_list(new QListView)
    , m_text(new GuideBrowser(m_folder))
{
    loadGuide();
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("Handrail Help"));
    QStringList titles;
    for (const HelpTopic& topic : topics()) {
        titles.append(topic.title);
    }
    m_titles->setStringList(titles);
    identify(m_list, u"helpTopics"_s, tr("Chapters"));
    m_list->setModel(m_titles);
    m_list->setSpacing(3);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    identify(m_text, u"helpText"_s, tr("Help"));

    auto* split = new QSplitter;
    split->addWidget(m_list);
    split->addWidget(m_text);
    split->setStretchFactor(1, 1);
    split->setSizes({scaled(220), scaled(720)});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(split);
    resizeOnScreen(this, {980, 720});

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { show(topics().value(index.row()).file); });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.isRelative() && link.path().endsWith(u".md")) {
            open(link.path().chopped(3));
        } else if (link.scheme() == u"https") {
            QDesktopServices::openUrl(link);
        }
    });
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &QWidget::close);
}

void HelpWindow::open(const QString& topic)
{
    const QList<HelpTopic> all = topics();
    const auto wanted = std::ranges::find(all, topic, &HelpTopic::file);
    const int row = wanted == all.end() ? 0 : int(wanted - all.begin());
    m_list->setCurrentIndex(m_titles->index(row));
    QWidget::show();
    raise();
    activateWindow();
    m_text->setFocus();
}

void HelpWindow::show(const QString& topic)
{
    QFile file(u"%1/%2.md"_s.arg(m_folder, topic));
    if (!file.open(QIODevice::ReadOnly)) {
        m_text->setPlainText(tr("This chapter is missing from this copy of Handrail. Please install it again."));
        return;
    }
    m_text->showChapter(QString::fromUtf8(file.readAll()));
}

} // namespace handrail::ui
