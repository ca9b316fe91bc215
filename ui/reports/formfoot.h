// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPushButton;

namespace sitebook {

class ReportSession;
class SavedIndicator;
class ScoreStrip;

// The foot of a form: the scores, where the typed text is, and what can be done with it.
class FormFoot final : public QFrame
{
    Q_OBJECT

public:
    explicit FormFoot(ReportSession& session, QWidget* parent = nullptr);
    void refresh();
    void setNextForm(const QString& name); // empty: there is none
    void focusSave();

Q_SIGNALS:
    void saveIncompleteRequested();
    void saveCompleteRequested();
    void saveNextRequested();
    void discardRequested();
    void closeRequested();

private:
    void layOut();

    ReportSession& m_session;
    ScoreStrip* m_scores;
    SavedIndicator* m_saved;
    QPushButton* m_close;
    QPushButton* m_discard;
    QPushButton* m_incomplete;
    QPushButton* m_next;
    QPushButton* m_complete;
};

} // namespace sitebook
