// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/finding.h"

#include <QWidget>

class QLabel;

namespace sitebook {

// What a check says, beside its field: a sign and a sentence in the tone of its severity.
class FindingLine final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingLine(QWidget* parent = nullptr);
    // The most severe first; hidden when there is none.
    void setFindings(const std::vector<Finding>& findings);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Severity severity() const { return m_severity; } // of the most severe one

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_label;
    Severity m_severity = Severity::Error;
};

} // namespace sitebook
