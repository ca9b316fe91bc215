// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include "core/base/logging.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

QHash<QString, QString> colourNames(const Theme& theme)
{
    const Colours& c = theme.colours();
    QHash<QString, QString> names{{u"window"_s, c.window.name()},
                                  {u"surface"_s, c.surface.name()},
                                  {u"raised"_s, c.raised.name()},
                                  {u"hairline"_s, c.hairline.name()},
                                  {u"outline"_s, c.outline.name()},
                                  {u"text"_s, c.text.name()},
                                  {u"muted"_s, c.muted.name()},
                                  {u"onPrimary"_s, c.onPrimary.name()},
                                  {u"appearance"_s, theme.isDark() ? u"dark"_s : u"light"_s}};
    for (const Tone tone : {Tone::Primary, Tone::Success, Tone::Attention, Tone::Danger, Tone::Information}) {
        names.insert(Theme::toneName(tone), c.strong(tone).name());
        names.insert(Theme::toneName(tone) + u"Soft"_s, c.soft(tone).name());
    }
    names.insert(u"primaryHover"_s, (theme.isDark() ? c.primary.lighter(112) : c.primary.darker(115)).name());
    names.insert(u"primaryPressed"_s, (theme.isDark() ? c.primary.darker(112) : c.primary.darker(135)).name());
    return names;
}

} // namespace

// @name is a colour, @12px a length at the present scale, @16pt a font size at the present scale.
QString styleSheetFor(const Theme& theme)
{
    QFile file(u":/theme/sitebook.qss"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcUi) << "the style sheet is missing";
        return {};
    }
    const QString source = QString::fromUtf8(file.readAll());
    const QHash<QString, QString> colours = colourNames(theme);
    const qreal bodyPoints = theme.font(Theme::Type::Body).pointSizeF();
    static const QRegularExpression variable(u"@(?:([0-9]+)(px|pt)|([A-Za-z]+))"_s);
    QString sheet;
    qsizetype from = 0;
    auto matches = variable.globalMatch(source);
    while (matches.hasNext()) {
        const auto match = matches.next();
        sheet += QStringView(source).mid(from, match.capturedStart() - from);
        if (match.capturedView(2) == "px"_L1)
            sheet += QString::number(theme.scaled(match.capturedView(1).toInt())) + u"px"_s;
        else if (match.capturedView(2) == "pt"_L1)
            sheet += QString::number(match.capturedView(1).toInt() * bodyPoints / 10.0) + u"pt"_s;
        else
            sheet += colours.value(match.captured(3));
        from = match.capturedEnd();
    }
    sheet += QStringView(source).mid(from);
    return sheet;
}

} // namespace sitebook
