// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QObject>

namespace sitebook {

// What a person chose about the program on this computer; kept in the settings of the system's user. No clinical data.
class Preferences final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);
    // "en", "zh_CN"; empty: the system's language.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);
    [[nodiscard]] qreal textScale() const; // 1.0 = 100 %
    void setTextScale(qreal scale);
    // Reports checked at the same time by the submission queue; 0: as many as the computer has cores. Read when a
    // workspace is opened.
    [[nodiscard]] int queueWorkers() const;
    void setQueueWorkers(int workers);
    [[nodiscard]] bool isRailFolded() const;
    void setRailFolded(bool folded);

Q_SIGNALS:
    void themeModeChanged(sitebook::Theme::Mode mode);
    void languageChanged(const QString& language);
    void textScaleChanged(qreal scale);
};

} // namespace sitebook
