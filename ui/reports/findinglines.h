// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace sitebook {

// What the checks say, beside the field: a line each with its sign and sentence in the tone of its severity, the most
// severe first. Hidden when there is nothing to say.
class FindingLines final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingLines(QWidget* parent = nullptr);
    void setFindings(std::vector<Finding> findings);
    [[nodiscard]] QString text() const;      // all sentences
    [[nodiscard]] Severity severity() const; // of the most severe one

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Finding> m_findings;
    std::vector<QLabel*> m_labels;
    QVBoxLayout* m_column;
};

} // namespace sitebook
