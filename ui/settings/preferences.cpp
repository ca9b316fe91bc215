// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include <QMetaEnum>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

const QString themeKey = u"appearance/theme"_s;
const QString languageKey = u"appearance/language"_s;
const QString textScaleKey = u"appearance/textScale"_s;
const QString workersKey = u"queue/workers"_s; // the workspace reads it too
const QString railKey = u"window/railFolded"_s;

} // namespace

Theme::Mode Preferences::themeMode() const
{
    bool known = false;
    const QByteArray word = QSettings().value(themeKey, u"System"_s).toString().toLatin1();
    const int mode = QMetaEnum::fromType<Theme::Mode>().keyToValue(word.constData(), &known);
    return known ? static_cast<Theme::Mode>(mode) : Theme::Mode::System;
}

void Preferences::setThemeMode(Theme::Mode mode)
{
    if (mode == themeMode())
        return;
    QSettings().setValue(themeKey,
                         QString::fromLatin1(QMetaEnum::fromType<Theme::Mode>().valueToKey(static_cast<int>(mode))));
    Q_EMIT themeModeChanged(mode);
}

QString Preferences::language() const
{
    return QSettings().value(languageKey).toString();
}

void Preferences::setLanguage(const QString& language)
{
    if (language == this->language())
        return;
    QSettings().setValue(languageKey, language);
    Q_EMIT languageChanged(language);
}

qreal Preferences::textScale() const
{
    const qreal scale = QSettings().value(textScaleKey, 1.0).toReal();
    return scale >= 0.8 && scale <= 2.0 ? scale : 1.0;
}

void Preferences::setTextScale(qreal scale)
{
    if (qFuzzyCompare(scale, textScale()))
        return;
    QSettings().setValue(textScaleKey, scale);
    Q_EMIT textScaleChanged(scale);
}

int Preferences::queueWorkers() const
{
    return qBound(0, QSettings().value(workersKey, 0).toInt(), 64);
}

void Preferences::setQueueWorkers(int workers)
{
    QSettings().setValue(workersKey, qBound(0, workers, 64));
}

bool Preferences::isRailFolded() const
{
    return QSettings().value(railKey, false).toBool();
}

void Preferences::setRailFolded(bool folded)
{
    QSettings().setValue(railKey, folded);
}

} // namespace sitebook
