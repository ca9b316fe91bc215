// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/findinglines.h"

#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace sitebook {

FindingLines::FindingLines(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    const Theme& theme = Theme::of(this);
    m_column->setContentsMargins(theme.scaled(22), 0, 0, 0); // the signs stand in the margin
    m_column->setSpacing(theme.scaled(2));
    hide();
}

void FindingLines::setFindings(std::vector<Finding> findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    if (findings == m_findings)
        return;
    m_findings = std::move(findings);
    while (m_labels.size() < m_findings.size()) {
        QLabel* label = makeLabel({}, Theme::Type::Small, false, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        m_column->addWidget(label);
        m_labels.push_back(label);
    }
    for (size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i]->setVisible(i < m_findings.size());
        if (i >= m_findings.size())
            continue;
        m_labels[i]->setText(m_findings[i].message.localised());
        setTone(m_labels[i], statetexts::tone(m_findings[i].severity));
    }
    setVisible(!m_findings.empty());
    update();
}

QString FindingLines::text() const
{
    QStringList sentences;
    for (const Finding& finding : m_findings)
        sentences.append(finding.message.localised());
    return sentences.join(u'\n');
}

Severity FindingLines::severity() const
{
    return m_findings.empty() ? Severity::Information : m_findings.front().severity;
}

void FindingLines::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    const int side = theme.scaled(16);
    const int left = layoutDirection() == Qt::RightToLeft ? width() - side : 0;
    QPainter painter(this);
    for (size_t i = 0; i < m_findings.size(); ++i) {
        const Severity severity = m_findings[i].severity;
        const int top = m_labels[i]->y() + (m_labels[i]->fontMetrics().height() - side) / 2;
        painter.drawPixmap(
            left, top,
            theme.pixmap(statetexts::iconName(severity), statetexts::tone(severity), side, devicePixelRatioF()));
    }
}

} // namespace sitebook
