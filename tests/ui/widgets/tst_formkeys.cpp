// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/formkeys.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace sitebook;
using namespace Qt::StringLiterals;

class FormKeysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_form = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_form.get());
        m_line = new QLineEdit;
        m_box = new QComboBox;
        auto* choices = new QWidget;
        auto* row = new QHBoxLayout(choices);
        m_first = new QRadioButton(u"0"_s);
        m_second = new QRadioButton(u"1"_s);
        row->addWidget(m_first);
        row->addWidget(m_second);
        m_check = new QCheckBox;
        m_text = new QPlainTextEdit;
        m_save = new QPushButton(u"Save"_s);
        m_save->setDefault(true);
        m_save->setAutoDefault(true);
        for (QWidget* widget : std::initializer_list<QWidget*>{m_line, m_box, choices, m_check, m_text, m_save})
            column->addWidget(widget);
        new FormKeys(m_form.get());
        m_form->show();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        m_line->setFocus();
    }

    void enterIsTheNextFieldAndNeverSubmits()
    {
        QSignalSpy saved(m_save, &QPushButton::clicked);
        press();
        QCOMPARE(m_form->focusWidget(), m_box);
        press();
        QCOMPARE(m_form->focusWidget(), m_first);
        press(); // the other choice of the same question is not a field of its own
        QCOMPARE(m_form->focusWidget(), m_check);
        press();
        QCOMPARE(m_form->focusWidget(), m_text);
        press();
        QCOMPARE(m_text->toPlainText(), u"\n"_s); // several lines: Enter is a line
        press(Qt::ControlModifier);
        QCOMPARE(m_form->focusWidget(), m_save);
        press();
        press();
        QCOMPARE(saved.size(), 0);
        QTest::keyClick(m_save, Qt::Key_Space);
        QCOMPARE(saved.size(), 1);
    }

    void hiddenAndClosedFieldsAreSteppedOver()
    {
        m_box->hide();
        m_first->setEnabled(false);
        m_second->setEnabled(false);
        press();
        QCOMPARE(m_form->focusWidget(), m_check);
    }

    void otherWindowsKeepTheirEnter()
    {
        QWidget other;
        auto* column = new QVBoxLayout(&other);
        auto* line = new QLineEdit;
        column->addWidget(line);
        other.show();
        QSignalSpy entered(line, &QLineEdit::returnPressed);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
    }

    void aFindingStandsBesideItsField()
    {
        auto* editor = new QLineEdit;
        FieldRow row(u"Date of birth"_s, editor);
        QCOMPARE(editor->accessibleName(), u"Date of birth"_s);
        row.setRequired(true);
        QCOMPARE(editor->accessibleName(), u"Date of birth, required"_s);
        Finding finding;
        finding.severity = Severity::Warning;
        finding.message = "Is the year right?";
        row.setFinding(finding);
        QCOMPARE(editor->property("tone").toString(), u"attention"_s);
        QCOMPARE(editor->accessibleDescription(), u"Warning: Is the year right?"_s);
        row.setFinding({});
        QVERIFY(!editor->property("tone").isValid());
        QVERIFY(editor->accessibleDescription().isEmpty());
    }

private:
    void press(Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_form->focusWidget(), Qt::Key_Return, modifiers);
    }

    std::unique_ptr<QWidget> m_form;
    QLineEdit* m_line = nullptr;
    QComboBox* m_box = nullptr;
    QRadioButton* m_first = nullptr;
    QRadioButton* m_second = nullptr;
    QCheckBox* m_check = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QPushButton* m_save = nullptr;
};

QTEST_MAIN(FormKeysTest)
#include "tst_formkeys.moc"
