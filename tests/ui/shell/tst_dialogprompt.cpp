// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogprompt.h"
#include "ui/shell/questiondialog.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class DialogPromptTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }

    void aDecisionComesBackByItsNumber()
    {
        int answer = -1;
        m_prompt.decide(m_window.get(), u"Void the report?"_s, u"It stays in the trail."_s,
                        {u"Keep it"_s, u"Void it"_s}, [&answer](int chosen) { answer = chosen; });
        QVERIFY(dialog());
        QVERIFY(button(u"Keep it"_s)->isDefault()); // the safe one
        button(u"Void it"_s)->click();
        QCOMPARE(answer, 1);
    }

    void aDismissedQuestionStaysUnanswered()
    {
        int answers = 0;
        m_prompt.decide(m_window.get(), u"?"_s, {}, {u"A"_s, u"B"_s}, [&answers](int) { ++answers; });
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QCOMPARE(answers, 0);
    }

    void aReasonIsChosenOrTypedAndNeverEmpty()
    {
        QString reason;
        m_prompt.askReason(m_window.get(), u"Reason for change"_s, {},
                           [&reason](const QString& text) { reason = text; });
        auto* save = button(u"Save with this reason"_s);
        QVERIFY(!save->isEnabled());
        dialog()->findChild<QRadioButton*>()->click();
        QVERIFY(save->isEnabled());
        auto* typed = dialog()->findChild<QPlainTextEdit*>(u"reason"_s);
        QTest::keyClicks(typed, u"   "_s);
        QVERIFY(!save->isEnabled()); // "another reason" with nothing but blanks
        QTest::keyClicks(typed, u"Wrong chart"_s);
        save->click();
        QCOMPARE(reason, u"Wrong chart"_s);
    }

    void aPasswordIsAskedForInTheDark()
    {
        QString password;
        m_prompt.askPassword(m_window.get(), u"Sign in"_s, {}, [&password](const QString& text) { password = text; });
        auto* line = dialog()->findChild<QLineEdit*>(u"password"_s);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QTest::keyClicks(line, u"secret words"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(password, u"secret words"_s);
    }

    void filesAreChosenWithoutBlocking()
    {
        bool answered = false;
        m_prompt.chooseFiles(m_window.get(), u"Import"_s, u"*.json"_s,
                             [&answered](const QStringList&) { answered = true; });
        auto* files = m_window->findChild<QFileDialog*>();
        QVERIFY(files && files->isVisible());
        files->reject();
        QVERIFY(!answered);
    }

private:
    QuestionDialog* dialog() { return m_window->findChild<QuestionDialog*>(); }
    QPushButton* button(const QString& text)
    {
        for (QPushButton* button : dialog()->findChildren<QPushButton*>())
            if (button->text() == text)
                return button;
        return nullptr;
    }
    DialogPrompt m_prompt;
    std::unique_ptr<QWidget> m_window;
};

QTEST_MAIN(DialogPromptTest)
#include "tst_dialogprompt.moc"
