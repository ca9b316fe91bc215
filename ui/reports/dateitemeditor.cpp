// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/dateitemeditor.h"

#include "ui/widgets/datetext.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QTime>

namespace sitebook {

DateItemEditor::DateItemEditor(bool partialAllowed, QWidget* parent)
    : LineItemEditor(18, parent)
{
    setPlaceholder(DateText::hint());
    field().setToolTip(DateText::help(partialAllowed));
}

QString DateItemEditor::stored(const QString& typed) const
{
    return DateText::stored(typed);
}

QString DateItemEditor::shown(const QString& storedText) const
{
    return DateText::shown(storedText);
}

TimeItemEditor::TimeItemEditor(QWidget* parent)
    : LineItemEditor(10, parent)
{
    setPlaceholder(tr("hh:mm"));
}

QString TimeItemEditor::timeText(const QString& typed)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})[:.]?(\\d{2})(?:[:.](\\d{2}))?$"));
    const auto match = form.match(typed);
    if (!match.hasMatch())
        return {};
    const bool seconds = !match.captured(3).isEmpty();
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return time.isValid() ? time.toString(seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm")) : QString();
}

QString TimeItemEditor::stored(const QString& typed) const
{
    const QString time = timeText(typed);
    return time.isEmpty() ? typed : time;
}

DateTimeItemEditor::DateTimeItemEditor(QWidget* parent)
    : LineItemEditor(22, parent)
{
    setPlaceholder(tr("yyyy-mm-dd hh:mm"));
}

QString DateTimeItemEditor::stored(const QString& typed) const
{
    static const QRegularExpression form(QStringLiteral("^(\\S+?)(?:T|\\s+)(\\S+)$"));
    const auto match = form.match(typed);
    if (!match.hasMatch())
        return typed;
    const auto date = PartialDate::parse(match.captured(1));
    const QString time = TimeItemEditor::timeText(match.captured(2));
    return date && date->isComplete() && !time.isEmpty() ? QString(date->toString() + u'T' + time) : typed;
}

} // namespace sitebook
