// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/numberitemeditor.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <algorithm>

namespace sitebook {

NumberItemEditor::NumberItemEditor(Kind kind, int characters, QWidget* parent)
    : LineItemEditor(std::clamp(characters, 6, 16), parent)
    , m_kind(kind)
{
    field().setInputMethodHints(kind == Kind::Integer ? Qt::ImhDigitsOnly : Qt::ImhFormattedNumbersOnly);
}

QString NumberItemEditor::stored(const QString& typed) const
{
    static const QRegularExpression commaDecimal(QStringLiteral("^[-+]?\\d*,\\d+$"));
    QString text = typed;
    if (m_kind == Kind::Decimal && commaDecimal.match(text).hasMatch())
        text.replace(u',', u'.');
    if (text.startsWith(u'+'))
        text.remove(0, 1);
    return text;
}

} // namespace sitebook
