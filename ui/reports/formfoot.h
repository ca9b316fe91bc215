// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
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
    void setNextForm(const QString& name, const QString& visit); // empty: there is none
    void focusSave();
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void saveIncompleteRequested();
    void saveCompleteRequested();
    void saveNextRequested();
    void saveNextPatientRequested();
    void saveStayRequested();
    void discardRequested();
    void closeRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void fillChoices();

    ReportSession& m_session;
    ScoreStrip* m_scores;
    SavedIndicator* m_saved;
    QBoxLayout* m_line = nullptr;
    QPushButton* m_close;
    QPushButton* m_discard;
    QPushButton* m_incomplete;
    QPushButton* m_next;
    QPushButton* m_complete;
    QPushButton* m_choices; // other ways to save
    bool m_narrow = false;
};

} // namespace sitebook
