// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/startwindow.h"

#include "ui/session/recoverpage.h"
#include "ui/session/recoverycodepage.h"
#include "ui/session/setuppage.h"
#include "ui/session/signinpage.h"
#include "ui/session/welcomepage.h"
#include "ui/widgets/label.h"

#include <QCloseEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

// The left third: who we are and what is promised, on the raised surface.
class BrandPanel final : public QWidget
{
public:
    explicit BrandPanel(QWidget* parent)
        : QWidget(parent)
    {
        const Theme& theme = Theme::of(this);
        setFixedWidth(theme.scaled(300));
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(theme.blocks(), theme.scaled(40), theme.blocks(), theme.blocks());
        column->setSpacing(theme.between());
        auto* mark = new QLabel;
        mark->setPixmap(theme.pixmap(u"sitebook"_s, Tone::Primary, theme.scaled(48), devicePixelRatioF()));
        column->addWidget(mark);
        column->addWidget(makeLabel(u"Sitebook"_s, Theme::Type::Title));
        column->addWidget(makeParagraph(StartWindow::tr("The desk of your study site."), true));
        column->addSpacing(theme.blocks());
        addPromise(column, u"offline"_s, StartWindow::tr("Works with or without a network"));
        addPromise(column, u"locked"_s, StartWindow::tr("Sealed on this computer, from the first entry on"));
        addPromise(column, u"audit"_s, StartWindow::tr("Every change is kept, provably"));
        column->addStretch(1);
        auto* choices = new QHBoxLayout;
        choices->addWidget(english);
        choices->addWidget(chinese);
        choices->addStretch(1);
        choices->addWidget(colours);
        colours->setAccessibleName(StartWindow::tr("Light or dark colours"));
        colours->setToolTip(colours->accessibleName());
        colours->setIcon(theme.mutedIcon(u"theme"_s));
        column->addLayout(choices);
        column->addWidget(
            makeLabel(StartWindow::tr("Version %1").arg(QLatin1String(SITEBOOK_VERSION)), Theme::Type::Small, true));
    }

    // Each language in itself, so that it is found by those who need it.
    QPushButton* english = makeLinkButton(u"English"_s);
    QPushButton* chinese = makeLinkButton(u"简体中文"_s);
    QToolButton* colours = new QToolButton;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        painter.fillRect(rect(), theme.raised());
        painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.hairline());
    }

private:
    void addPromise(QVBoxLayout* column, const QString& icon, const QString& text)
    {
        const Theme& theme = Theme::of(this);
        auto* row = new QHBoxLayout;
        auto* mark = new QLabel;
        mark->setPixmap(theme.pixmap(icon, Tone::Primary, theme.scaled(20), devicePixelRatioF()));
        connect(&theme, &Theme::changed, mark, [mark, icon, &theme] {
            mark->setPixmap(theme.pixmap(icon, Tone::Primary, theme.scaled(20), mark->devicePixelRatioF()));
        });
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(makeParagraph(text), 1);
        column->addLayout(row);
    }
};

} // namespace

StartWindow::StartWindow(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_welcome(new WelcomePage)
    , m_signIn(new SignInPage)
    , m_setup(new SetupPage)
    , m_recover(new RecoverPage)
    , m_recoveryCode(new RecoveryCodePage)
{
    const Theme& theme = Theme::of(this);
    setWindowTitle(u"Sitebook"_s);
    setWindowIcon(theme.icon(u"sitebook"_s));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* brand = new BrandPanel(this);
    m_brand = brand;
    row->addWidget(brand);
    connect(brand->english, &QPushButton::clicked, this, [this] { Q_EMIT languageWanted(u"en"_s); });
    connect(brand->chinese, &QPushButton::clicked, this, [this] { Q_EMIT languageWanted(u"zh_CN"_s); });
    connect(brand->colours, &QToolButton::clicked, this,
            [this] { Q_EMIT themeWanted(Theme::of(this).isDark() ? Theme::Mode::Light : Theme::Mode::Dark); });
    row->addWidget(m_stack, 1);
    for (StartPage* page : std::initializer_list<StartPage*>{m_welcome, m_signIn, m_setup, m_recover, m_recoveryCode})
        m_stack->addWidget(page);
    resize(theme.scaled(980), theme.scaled(680));
}

void StartWindow::show(StartPage& page)
{
    m_stack->setCurrentWidget(&page);
    QWidget::show();
}

StartPage* StartWindow::page() const
{
    return static_cast<StartPage*>(m_stack->currentWidget());
}

void StartWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_brand->setVisible(width() >= Theme::of(this).scaled(760)); // the page comes first
}

void StartWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    Q_EMIT closing();
}

} // namespace sitebook
