// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/queryviews.h"

#include <QWidget>

class QToolButton;

namespace sitebook {

// At the end of a question's row: its queries and notes as a balloon, and its verification as a tick.
class RowMarks final : public QWidget
{
    Q_OBJECT
public:
    // `reading`: the form is read, not filled: the keyboard stops at the marks.
    RowMarks(const QString& question, bool reading, QWidget* parent = nullptr);
    // Null: there is none.
    void setQuery(const QueryRow* urgent, int count);
    void setVerification(VerificationState state, bool mayVerify);
    void focusNote();
    [[nodiscard]] QString queryText() const;

Q_SIGNALS:
    void noteWanted();
    void verifyWanted(bool verified);

private:
    QToolButton* m_note;
    QToolButton* m_verify;
    VerificationState m_state = VerificationState::NotRequired;
    QString m_question;
};

} // namespace sitebook
