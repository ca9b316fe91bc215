// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colours.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;

namespace sitebook {

// Every colour, size and icon there is. No widget names a colour itself: it asks here, or lets the style sheet do it by
// dynamic properties:
//   QLabel       type = "title" | "section" | "small", muted = true, tone = "danger" | "attention" | ... (setTone)
//   QPushButton  primary = true (the one filled button of a place), danger = true, flat (a link-like button)
//   QFrame       Card (see ui/widgets/card.h)
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;
    // Sets style, palette, fonts and style sheet of the whole program; again on every change of the mode.
    void apply(QApplication& application, Mode mode);
    // 1.0 is 10 pt (times the system's own scale); 0.8 to 2.0. Takes effect at once when applied already.
    void setTextScale(qreal scale);
    [[nodiscard]] qreal textScale() const { return m_textScale; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] Mode mode() const { return m_mode; }

    [[nodiscard]] const Colours& colours() const { return m_dark ? Colours::dark() : Colours::light(); }
    [[nodiscard]] QColor window() const { return colours().window; }
    [[nodiscard]] QColor surface() const { return colours().surface; }
    [[nodiscard]] QColor raised() const { return colours().raised; }
    [[nodiscard]] QColor hairline() const { return colours().hairline; }
    [[nodiscard]] QColor outline() const { return colours().outline; }
    [[nodiscard]] QColor text() const { return colours().text; }
    [[nodiscard]] QColor muted() const { return colours().muted; }
    [[nodiscard]] QColor onPrimary() const { return colours().onPrimary; }
    [[nodiscard]] QColor strong(Tone tone) const { return colours().strong(tone); } // text, icons, lines
    [[nodiscard]] QColor soft(Tone tone) const { return colours().soft(tone); }     // backgrounds

    enum class Type { Title, Section, Body, Small };
    [[nodiscard]] QFont font(Type type) const;

    // Spacing steps in pixels at the current font scale.
    [[nodiscard]] int inside() const { return scaled(4); }
    [[nodiscard]] int between() const { return scaled(8); }
    [[nodiscard]] int around() const { return scaled(16); }
    [[nodiscard]] int blocks() const { return scaled(24); }
    [[nodiscard]] int rowHeight() const { return scaled(32); }
    [[nodiscard]] int scaled(int pixels) const; // any other measure of the layout

    // An icon of resources/icons by name ("patients", "synced", "conflict"), in one colour; crisp at every scale. It
    // follows a change of the theme by itself. Tone::Neutral draws it in the text colour.
    [[nodiscard]] QIcon icon(const QString& name, Tone tone = Tone::Neutral) const;
    [[nodiscard]] QIcon mutedIcon(const QString& name) const;
    [[nodiscard]] QIcon iconOnPrimary(const QString& name) const; // for a filled primary button
    // size in device-independent pixels.
    [[nodiscard]] QPixmap pixmap(const QString& name, Tone tone, int size, qreal devicePixelRatio) const;
    [[nodiscard]] QPixmap pixmap(const QString& name, const QColor& colour, int size, qreal devicePixelRatio) const;
    [[nodiscard]] static bool hasIcon(const QString& name);
    [[nodiscard]] static QStringList iconNames();

    // The value of the dynamic property "tone": "neutral", "primary", "success", ...
    [[nodiscard]] static QString toneName(Tone tone);
    // Sets a dynamic property the style sheet reads, and repolishes.
    static void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

    // The theme in force. The one look-up widgets have; where none was applied (a test of one widget) it is a light one
    // that belongs to the application.
    [[nodiscard]] static const Theme& of(const QWidget* widget);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] qreal points(Type type) const;

    QApplication* m_application = nullptr;
    Mode m_mode = Mode::Light;
    bool m_dark = false;
    bool m_applying = false;
    qreal m_textScale = 1.0;
    qreal m_systemScale = 1.0;
    QStringList m_families;
};

} // namespace sitebook
