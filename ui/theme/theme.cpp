// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/sitebookstyle.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/tonedicon.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr auto themeProperty = "sitebookTheme";

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // Fusion's own palette follows the desktop's appearance and is not touched by ours.
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
    return fusion && fusion->standardPalette().color(QPalette::Window).lightness() < 128;
#endif
}

// What the desktop's own font size says about the scale people want; platforms without a desktop count as 1.
qreal desktopFontScale()
{
    const QString platform = QGuiApplication::platformName();
    if (platform == "offscreen"_L1 || platform == "minimal"_L1)
        return 1.0;
#if defined(Q_OS_MACOS)
    constexpr qreal nominal = 13.0;
#elif defined(Q_OS_WIN)
    constexpr qreal nominal = 9.0;
#else
    constexpr qreal nominal = 10.0;
#endif
    const qreal size = QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
    return size > 0 ? qBound(0.9, size / nominal, 2.0) : 1.0;
}

QStringList interfaceFamilies()
{
    QStringList families = QApplication::font().families();
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    if (!system.isEmpty() && system != "Sans Serif"_L1 && !families.contains(system))
        families.prepend(system);
    const QStringList preferred{u"Noto Sans"_s, u"Segoe UI"_s, u"Noto Sans CJK SC"_s, u"Microsoft YaHei"_s,
                                u"WenQuanYi Micro Hei"_s};
    const QStringList installed = QFontDatabase::families();
    for (const QString& family : preferred)
        if (installed.contains(family) && !families.contains(family))
            families.append(family);
    // "Sans" and its kind are names of a choice, not of a face: they stand last.
    for (const QString& generic : {u"Sans"_s, u"Sans Serif"_s, u"sans-serif"_s})
        if (families.removeAll(generic) > 0)
            families.append(generic);
    return families;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_families(interfaceFamilies())
{
    initIcons();
}

Theme::~Theme()
{
    if (qApp && qApp->property(themeProperty).value<QObject*>() == this)
        qApp->setProperty(themeProperty, {});
}

const Theme& Theme::of(const QWidget*)
{
    if (auto* theme = qobject_cast<Theme*>(qApp->property(themeProperty).value<QObject*>()))
        return *theme;
    auto* fallback = new Theme(qApp);
    qApp->setProperty(themeProperty, QVariant::fromValue<QObject*>(fallback));
    return *fallback;
}

void Theme::apply(QApplication& application, Mode mode)
{
    m_mode = mode;
    if (m_application != &application) {
        m_application = &application;
        m_systemScale = desktopFontScale();
        application.setStyle(new SitebookStyle);
        application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
            if (m_mode == Mode::System)
                refresh();
        });
#endif
    }
    application.setProperty(themeProperty, QVariant::fromValue<QObject*>(this));
    refresh();
}

void Theme::refresh()
{
    if (!m_application || m_applying)
        return;
    m_applying = true;
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::System && systemIsDark());
    QApplication::setPalette(palette());
    QApplication::setFont(font(Type::Body));
    m_application->setStyleSheet(styleSheetFor(*this));
    m_applying = false;
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_application && event->type() == QEvent::ThemeChange && m_mode == Mode::System &&
        systemIsDark() != m_dark)
        refresh();
    return QObject::eventFilter(watched, event);
}

void Theme::setTextScale(qreal scale)
{
    m_textScale = qBound(0.8, scale, 2.0);
    refresh();
}

int Theme::scaled(int pixels) const
{
    return qMax(1, qRound(pixels * m_textScale * m_systemScale));
}

qreal Theme::points(Type type) const
{
    const qreal scale = m_textScale * m_systemScale;
    switch (type) {
    case Type::Title:
        return 16 * scale;
    case Type::Section:
        return 12 * scale;
    case Type::Body:
        return 10 * scale;
    case Type::Small:
        return 9 * scale;
    }
    return 10 * scale;
}

QFont Theme::font(Type type) const
{
    QFont font(m_families);
    font.setPointSizeF(points(type));
    if (type == Type::Title || type == Type::Section)
        font.setWeight(QFont::DemiBold);
    return font;
}

QPalette Theme::palette() const
{
    const Colours& c = colours();
    QPalette palette(c.text, c.surface, c.raised, c.hairline, c.hairline, c.text, c.text, c.surface, c.window);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::Highlight, c.primarySoft);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.primary);
    palette.setColor(QPalette::LinkVisited, c.primary);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Mid, c.outline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    return palette;
}

QIcon Theme::icon(const QString& name, Tone tone) const
{
    return QIcon(new TonedIcon(name, TonedIcon::strong(tone)));
}

QIcon Theme::mutedIcon(const QString& name) const
{
    return QIcon(new TonedIcon(name, &Colours::muted));
}

QIcon Theme::iconOnPrimary(const QString& name) const
{
    return QIcon(new TonedIcon(name, &Colours::onPrimary));
}

QPixmap Theme::pixmap(const QString& name, Tone tone, int size, qreal devicePixelRatio) const
{
    return pixmap(name, strong(tone), size, devicePixelRatio);
}

QPixmap Theme::pixmap(const QString& name, const QColor& colour, int size, qreal devicePixelRatio) const
{
    return renderedIcon(name, colour, QSize(size, size), devicePixelRatio);
}

bool Theme::hasIcon(const QString& name)
{
    return QFile::exists(u":/icons/"_s + name + u".svg"_s);
}

QStringList Theme::iconNames()
{
    initIcons();
    QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files);
    for (QString& name : names)
        name.chop(4);
    return names;
}

QString Theme::toneName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return u"neutral"_s;
    case Tone::Primary:
        return u"primary"_s;
    case Tone::Success:
        return u"success"_s;
    case Tone::Attention:
        return u"attention"_s;
    case Tone::Danger:
        return u"danger"_s;
    case Tone::Information:
        return u"information"_s;
    }
    return u"neutral"_s;
}

void Theme::setStyleProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace sitebook
