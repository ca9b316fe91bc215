// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;

namespace sitebook {

// Every colour, size and icon there is. No widget names a colour itself. LOOK.md has the table.
enum class Tone { Neutral, Primary, Success, Attention, Danger, Information };

class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    explicit Theme(QObject* parent = nullptr);
    // Sets style, palette, fonts and style sheet of the whole program; again on every change of the mode.
    void apply(QApplication& application, Mode mode);
    [[nodiscard]] bool isDark() const { return m_dark; }

    [[nodiscard]] QColor window() const;
    [[nodiscard]] QColor surface() const;
    [[nodiscard]] QColor raised() const;
    [[nodiscard]] QColor hairline() const;
    [[nodiscard]] QColor text() const;
    [[nodiscard]] QColor muted() const;
    [[nodiscard]] QColor strong(Tone tone) const; // text, icons, lines
    [[nodiscard]] QColor soft(Tone tone) const;   // backgrounds

    enum class Type { Title, Section, Body, Small };
    [[nodiscard]] QFont font(Type type) const;

    // Spacing steps in pixels at the current font scale.
    [[nodiscard]] int inside() const;  // 4
    [[nodiscard]] int between() const; // 8
    [[nodiscard]] int around() const;  // 16
    [[nodiscard]] int blocks() const;  // 24
    [[nodiscard]] int rowHeight() const; // 32

    // An icon of resources/icons by name ("patients", "synced", "conflict"), in one colour; crisp at every scale.
    [[nodiscard]] QIcon icon(const QString& name, Tone tone = Tone::Neutral) const;
    [[nodiscard]] QPixmap pixmap(const QString& name, Tone tone, int size, qreal devicePixelRatio) const;

    // The theme in force; set by the composition root, never null while widgets live. The one look-up widgets have.
    [[nodiscard]] static const Theme& of(const QWidget* widget);

Q_SIGNALS:
    void changed();

private:
    bool m_dark = false;
};

} // namespace sitebook
