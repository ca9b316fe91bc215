// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace sitebook {

class ReportSession;

// The sections of a form at its left, each with how much is answered: "Habits 1 / 3".
class SectionList final : public QListWidget
{
    Q_OBJECT

public:
    explicit SectionList(ReportSession& session, QWidget* parent = nullptr);
    void build();
    void refresh();
    void setCurrentGroup(const QString& groupOid);

Q_SIGNALS:
    void groupChosen(const QString& groupOid);

private:
    ReportSession& m_session;
};

} // namespace sitebook
