// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/findingline.h"

#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {
constexpr int iconSize = 16;
}

FindingLine::FindingLine(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(iconSize + 6, 0, 0, 0);
    line->addWidget(m_label);
    m_label->setProperty("type", u"small"_s);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    hide();
}

void FindingLine::setFindings(const std::vector<Finding>& findings)
{
    setVisible(!findings.empty());
    if (findings.empty()) {
        m_label->clear();
        return;
    }
    m_severity = std::max_element(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
                     return a.severity < b.severity;
                 })->severity;
    QStringList sentences;
    for (const Finding& finding : findings)
        sentences.append(finding.message.localised());
    m_label->setText(sentences.join(u'\n'));
    setTone(m_label, statetexts::tone(m_severity));
    update();
}

QString FindingLine::text() const
{
    return m_label->text();
}

void FindingLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int top = m_label->y() + (m_label->fontMetrics().height() - iconSize) / 2;
    const int left = layoutDirection() == Qt::RightToLeft ? width() - iconSize : 0;
    const QString icon = statetexts::iconName(m_severity);
    painter.drawPixmap(left, top,
                       Theme::of(this).pixmap(icon, statetexts::tone(m_severity), iconSize, devicePixelRatioF()));
}

} // namespace sitebook
