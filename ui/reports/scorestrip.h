// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sitebook {

class ReportSession;

// The scores of a form as they stand now: "Total score 12 of 27, Moderate". Hidden where a form has none.
class ScoreStrip final : public QLabel
{
    Q_OBJECT

public:
    explicit ScoreStrip(ReportSession& session, QWidget* parent = nullptr);
    void refresh();

private:
    ReportSession& m_session;
};

} // namespace sitebook
