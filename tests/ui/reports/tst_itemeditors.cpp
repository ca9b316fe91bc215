// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeworkspace.h"
#include "ui/reports/checkitemeditor.h"
#include "ui/reports/comboitemeditor.h"
#include "ui/reports/computeditemdisplay.h"
#include "ui/reports/dateitemeditor.h"
#include "ui/reports/itemeditorfactory.h"
#include "ui/reports/longtextitemeditor.h"
#include "ui/reports/numberitemeditor.h"
#include "ui/reports/radioitemeditor.h"
#include "ui/reports/slideritemeditor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

CodeList listOf(const QStringList& codes)
{
    CodeList list;
    list.oid = u"CL"_s;
    for (const QString& code : codes) {
        CodeListItem item;
        item.codedValue = code;
        item.decode.set(u"en"_s, u"Answer "_s + code);
        list.items.push_back(item);
    }
    return list;
}

StudyDefinition studyWith(const ItemDef& item, const QStringList& codes)
{
    StudyDefinition study;
    study.items.push_back(item);
    if (!codes.isEmpty())
        study.codeLists.push_back(listOf(codes));
    return study;
}

ItemDef itemOf(DataType type, int length = 0, bool coded = false)
{
    ItemDef item;
    item.oid = u"IT"_s;
    item.dataType = type;
    item.length = length;
    item.question.set(u"en"_s, u"What is it?"_s);
    if (coded)
        item.codeListOid = u"CL"_s;
    return item;
}

// An editor in a window of its own that has the keyboard.
class Stage
{
public:
    explicit Stage(ItemEditor* editor)
        : m_editor(editor)
    {
        m_layout->addWidget(editor);
        m_layout->addWidget(m_other);
        m_window.resize(700, 300);
        m_window.show();
        (void)QTest::qWaitForWindowActive(&m_window);
        editor->setFocus();
    }
    QWidget* keyboard() const { return QApplication::focusWidget(); }
    void leave() { m_other->setFocus(Qt::TabFocusReason); }
    ItemEditor& editor() { return *m_editor; }

private:
    QWidget m_window;
    QVBoxLayout* m_layout = new QVBoxLayout(&m_window);
    QLineEdit* m_other = new QLineEdit;
    ItemEditor* m_editor;
};

} // namespace

class ItemEditorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void factoryChoosesTheField_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("length");
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<bool>("computed");
        QTest::addColumn<QByteArray>("expected");
        const QStringList seven{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s};
        const auto row = [](const char* name, DataType type, int length, const QStringList& codes, bool computed,
                            const char* expected) {
            QTest::newRow(name) << static_cast<int>(type) << length << codes << computed << QByteArray(expected);
        };
        row("short text", DataType::Text, 20, {}, false, "sitebook::LineItemEditor");
        row("200 characters", DataType::Text, 200, {}, false, "sitebook::LineItemEditor");
        row("201 characters", DataType::Text, 201, {}, false, "sitebook::LongTextItemEditor");
        row("no limit", DataType::Text, 0, {}, false, "sitebook::LongTextItemEditor");
        row("integer", DataType::Integer, 3, {}, false, "sitebook::NumberItemEditor");
        row("decimal", DataType::Decimal, 5, {}, false, "sitebook::NumberItemEditor");
        row("date", DataType::Date, 0, {}, false, "sitebook::DateItemEditor");
        row("partial date", DataType::PartialDate, 0, {}, false, "sitebook::DateItemEditor");
        row("time", DataType::Time, 0, {}, false, "sitebook::TimeItemEditor");
        row("date and time", DataType::DateTime, 0, {}, false, "sitebook::DateTimeItemEditor");
        row("yes or no", DataType::Boolean, 0, {}, false, "sitebook::RadioItemEditor");
        row("seven answers", DataType::Integer, 1, seven, false, "sitebook::RadioItemEditor");
        row("eight answers", DataType::Integer, 1, seven + QStringList{u"8"_s}, false, "sitebook::ComboItemEditor");
        row("computed", DataType::Integer, 2, {}, true, "sitebook::ComputedItemDisplay");
    }
    void factoryChoosesTheField()
    {
        QFETCH(int, type);
        QFETCH(int, length);
        QFETCH(QStringList, codes);
        QFETCH(bool, computed);
        QFETCH(QByteArray, expected);
        const ItemDef item = itemOf(static_cast<DataType>(type), length, !codes.isEmpty());
        const StudyDefinition study = studyWith(item, codes);
        const std::unique_ptr<ItemEditor> editor(makeItemEditor(study, item, computed, u"en"_s, nullptr));
        QCOMPARE(QByteArray(editor->metaObject()->className()), expected);
        QCOMPARE(editor->accessibleName(), u"What is it?"_s);
        QCOMPARE(editor->isEditable(), !computed);
    }

    void keepsWhatIsTypedInTheStoredForm_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char* name, DataType type, const QString& typed, const QString& stored) {
            QTest::newRow(name) << static_cast<int>(type) << typed << stored;
        };
        row("decimal keeps its zeros", DataType::Decimal, u"1.10"_s, u"1.10"_s);
        row("decimal comma", DataType::Decimal, u"72,5"_s, u"72.5"_s);
        row("decimal may be empty", DataType::Decimal, u"  "_s, QString());
        row("no number stays", DataType::Decimal, u"abc"_s, u"abc"_s);
        row("integer keeps a leading zero", DataType::Integer, u"007"_s, u"007"_s);
        row("iso date", DataType::Date, u"2003-12-15"_s, u"2003-12-15"_s);
        row("ddmmyyyy", DataType::Date, u"15122003"_s, u"2003-12-15"_s);
        row("dd-MMM-yyyy", DataType::Date, u"15-dec-2003"_s, u"2003-12-15"_s);
        row("31 February stays as typed", DataType::Date, u"31022003"_s, u"31022003"_s);
        row("month and year", DataType::PartialDate, u"2003-12"_s, u"2003-12"_s);
        row("unknown day", DataType::PartialDate, u"UN-DEC-2003"_s, u"2003-12"_s);
        row("today", DataType::Date, u"t"_s, QDate::currentDate().toString(Qt::ISODate));
        row("time of four digits", DataType::Time, u"0942"_s, u"09:42"_s);
        row("time with seconds", DataType::Time, u"9:42:07"_s, u"09:42:07"_s);
        row("no time stays", DataType::Time, u"25:00"_s, u"25:00"_s);
        row("date and time", DataType::DateTime, u"15-DEC-2003 9:42"_s, u"2003-12-15T09:42"_s);
    }
    void keepsWhatIsTypedInTheStoredForm()
    {
        QFETCH(int, type);
        QFETCH(QString, typed);
        QFETCH(QString, stored);
        const ItemDef item = itemOf(static_cast<DataType>(type), 20);
        const StudyDefinition study = studyWith(item, {});
        Stage stage(makeItemEditor(study, item, false, u"en"_s, nullptr));
        QSignalSpy commits(&stage.editor(), &ItemEditor::committed);
        QTest::keyClicks(stage.keyboard(), typed);
        QCOMPARE(commits.size(), 0); // typing commits nothing
        stage.leave();
        QCOMPARE(stage.editor().committedValue().text, stored);
        QCOMPARE(commits.size(), stored.isEmpty() ? 0 : 1);
    }

    void theStudysWishChoosesTheField_data()
    {
        QTest::addColumn<ItemDef>("item");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, Control control, bool multiple, DataType type, bool coded,
                            const char* expected) {
            ItemDef item = itemOf(type, 0, coded);
            item.control = control;
            item.multiple = multiple;
            QTest::newRow(name) << item << QByteArray(expected);
        };
        row("several answers", Control::Automatic, true, DataType::Text, true, "sitebook::CheckItemEditor");
        row("a list, though short", Control::List, false, DataType::Text, true, "sitebook::ComboItemEditor");
        row("slider", Control::Slider, false, DataType::Integer, false, "sitebook::SliderItemEditor");
        row("note", Control::Display, false, DataType::Text, false, "sitebook::NoteDisplay");
        row("barcode", Control::Barcode, false, DataType::Text, false, "sitebook::LineItemEditor");
        row("long text", Control::LongText, false, DataType::Text, false, "sitebook::LongTextItemEditor");
    }
    void theStudysWishChoosesTheField()
    {
        QFETCH(ItemDef, item);
        QFETCH(QByteArray, expected);
        const StudyDefinition study = studyWith(item, {u"1"_s, u"2"_s, u"3"_s});
        const std::unique_ptr<ItemEditor> editor(makeItemEditor(study, item, false, u"en"_s, nullptr));
        QCOMPARE(QByteArray(editor->metaObject()->className()), expected);
        editor->setTone(u"attention"_s, u"A sentence"_s); // whatever it is made of
        editor->setReadOnly(true);
        editor->setValue(FieldValue());
    }

    void manyRadiosWhereTheStudyWantsThem()
    {
        ItemDef item = itemOf(DataType::Text, 0, true);
        item.control = Control::Radio;
        const QStringList codes{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s};
        const StudyDefinition study = studyWith(item, codes);
        const std::unique_ptr<ItemEditor> editor(makeItemEditor(study, item, false, u"en"_s, nullptr));
        QCOMPARE(editor->findChildren<QRadioButton*>().size(), codes.size());
    }

    void severalAnswersByKey()
    {
        Stage stage(new CheckItemEditor(choicesOf(listOf({u"1"_s, u"2"_s, u"9"_s}), u"en"_s)));
        QSignalSpy commits(&stage.editor(), &ItemEditor::committed);
        QTest::keyClicks(stage.keyboard(), u"91"_s);
        QCOMPARE(stage.editor().committedValue().text, u"1;9"_s); // in the order of the list
        QTest::keyClicks(stage.keyboard(), u"9"_s);
        QCOMPARE(stage.editor().committedValue().text, u"1"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Down);
        QTest::keyClick(stage.keyboard(), Qt::Key_Space);
        QCOMPARE(stage.editor().committedValue().text, u"1;2"_s);
        QCOMPARE(commits.size(), 4);
        QTest::keyClick(stage.keyboard(), Qt::Key_Delete);
        QVERIFY(stage.editor().committedValue().isEmpty());
    }

    void severalAnswersKeepCodesThatAreNotOffered()
    {
        Stage stage(new CheckItemEditor(choicesOf(listOf({u"1"_s, u"2"_s}), u"en"_s)));
        stage.editor().setValue(FieldValue(u"2;old"_s));
        QTest::keyClicks(stage.keyboard(), u"1"_s);
        QCOMPARE(stage.editor().committedValue().text, u"1;2;old"_s);
    }

    void aSliderAnswersOnlyWhenMoved()
    {
        Stage stage(new SliderItemEditor(0, 10, {u"never"_s, u"always"_s}));
        QVERIFY(stage.editor().value().isEmpty());
        stage.leave();
        QVERIFY(stage.editor().committedValue().isEmpty());
        stage.editor().setFocus();
        QTest::keyClick(stage.keyboard(), Qt::Key_Home);
        QCOMPARE(stage.editor().committedValue().text, u"0"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Right);
        QCOMPARE(stage.editor().committedValue().text, u"1"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Delete);
        QVERIFY(stage.editor().committedValue().isEmpty());
    }

    void dateShowsItsMonthInLettersOnceLeft()
    {
        Stage stage(new DateItemEditor(true));
        QTest::keyClicks(stage.keyboard(), u"02041961"_s);
        stage.leave();
        QCOMPARE(stage.editor().findChild<QLineEdit*>()->text(), u"02-Apr-1961"_s);
        QCOMPARE(stage.editor().value().text, u"1961-04-02"_s);
    }

    void enterCommitsAndAsksForTheNextField_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("length");
        QTest::newRow("line") << static_cast<int>(DataType::Text) << 20;
        QTest::newRow("long text") << static_cast<int>(DataType::Text) << 0;
        QTest::newRow("number") << static_cast<int>(DataType::Integer) << 4;
        QTest::newRow("date") << static_cast<int>(DataType::Date) << 0;
    }
    void enterCommitsAndAsksForTheNextField()
    {
        QFETCH(int, type);
        QFETCH(int, length);
        const ItemDef item = itemOf(static_cast<DataType>(type), length);
        const StudyDefinition study = studyWith(item, {});
        Stage stage(makeItemEditor(study, item, false, u"en"_s, nullptr));
        QSignalSpy advances(&stage.editor(), &ItemEditor::advanceRequested);
        QTest::keyClicks(stage.keyboard(), u"12"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Return);
        QCOMPARE(advances.size(), 1);
        QCOMPARE(stage.editor().committedValue().text, u"12"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(advances.size(), 2);
    }

    void shiftEnterBeginsALineInLongText()
    {
        Stage stage(new LongTextItemEditor);
        QSignalSpy advances(&stage.editor(), &ItemEditor::advanceRequested);
        QTest::keyClicks(stage.keyboard(), u"one"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(stage.keyboard(), u"two"_s);
        stage.leave();
        QCOMPARE(advances.size(), 0);
        QCOMPARE(stage.editor().committedValue().text.split(QRegularExpression(u"[\n\u2028]"_s)),
                 QStringList({u"one"_s, u"two"_s}));
    }

    void digitsChooseTheAnswer_data()
    {
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("code");
        QTest::newRow("coded digits") << QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s} << u"0"_s << u"0"_s;
        QTest::newRow("the last one wins") << QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s} << u"13"_s << u"3"_s;
        QTest::newRow("letters") << QStringList{u"Y"_s, u"N"_s} << u"n"_s << u"N"_s;
        QTest::newRow("ordinals") << QStringList{u"MILD"_s, u"SEVERE"_s} << u"2"_s << u"SEVERE"_s;
        QTest::newRow("a key that is none") << QStringList{u"0"_s, u"1"_s} << u"7"_s << QString();
    }
    void digitsChooseTheAnswer()
    {
        QFETCH(QStringList, codes);
        QFETCH(QString, keys);
        QFETCH(QString, code);
        Stage stage(new RadioItemEditor(choicesOf(listOf(codes), u"en"_s)));
        QSignalSpy commits(&stage.editor(), &ItemEditor::committed);
        for (const QChar key : keys)
            QTest::keyClick(stage.keyboard(), key.toLatin1());
        QCOMPARE(stage.editor().committedValue().text, code);
        QCOMPARE(commits.size(), code.isEmpty() ? 0 : keys.size()); // a choice commits at once
        const auto buttons = stage.editor().findChildren<QRadioButton*>();
        const auto checked =
            std::count_if(buttons.begin(), buttons.end(), [](QRadioButton* b) { return b->isChecked(); });
        QCOMPARE(checked, code.isEmpty() ? 0 : 1);
    }

    void arrowsMoveAndDeleteTakesTheChoiceBack()
    {
        Stage stage(new RadioItemEditor(choicesOf(listOf({u"0"_s, u"1"_s, u"2"_s}), u"en"_s)));
        QTest::keyClick(stage.keyboard(), Qt::Key_Down);
        QCOMPARE(stage.editor().committedValue().text, u"0"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Right);
        QCOMPARE(stage.editor().committedValue().text, u"1"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Up);
        QCOMPARE(stage.editor().committedValue().text, u"0"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Delete);
        QVERIFY(stage.editor().committedValue().isEmpty());
        for (QRadioButton* button : stage.editor().findChildren<QRadioButton*>())
            QVERIFY(!button->isChecked());
    }

    void aStoredAnswerOutsideTheListIsKept()
    {
        Stage stage(new RadioItemEditor(choicesOf(listOf({u"0"_s, u"1"_s}), u"en"_s)));
        stage.editor().setValue(FieldValue(u"9"_s));
        QCOMPARE(stage.editor().value().text, u"9"_s);
        stage.leave();
        QCOMPARE(stage.editor().committedValue().text, u"9"_s);
    }

    void manyAnswersAreFoundByAnyPart()
    {
        QStringList codes;
        for (int i = 10; i < 30; ++i)
            codes.append(QString::number(i));
        Stage stage(new ComboItemEditor(choicesOf(listOf(codes), u"en"_s)));
        QTest::keyClicks(stage.keyboard(), u"wer 27"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_Return);
        QCOMPARE(stage.editor().committedValue().text, u"27"_s);
        QCOMPARE(stage.editor().findChild<QComboBox*>()->currentText(), u"Answer 27"_s);
        stage.editor().setValue(FieldValue(u"12"_s));
        QCOMPARE(stage.editor().findChild<QComboBox*>()->currentText(), u"Answer 12"_s);
        stage.editor().setValue(FieldValue(u"nonsense"_s));
        QCOMPARE(stage.editor().value().text, u"nonsense"_s);
    }

    void missingReasonComesFromTheMenu()
    {
        Stage stage(new NumberItemEditor(NumberItemEditor::Kind::Integer, 4));
        QTest::keyClicks(stage.keyboard(), u"80"_s);
        QTest::keyClick(stage.keyboard(), Qt::Key_F9);
        auto* menu = stage.editor().findChild<QMenu*>(u"missingMenu"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().front()->text(), u"Not done"_s);
        menu->actions().front()->trigger();
        menu->close();
        QCOMPARE(stage.editor().committedValue(), FieldValue(MissingReason::NotDone));
        QVERIFY(stage.editor().findChild<QLineEdit*>()->text().isEmpty());
        QTest::keyClicks(stage.editor().findChild<QLineEdit*>(), u"8"_s); // answering takes the reason away
        stage.editor().commit();
        QCOMPARE(stage.editor().committedValue(), FieldValue(u"8"_s));
    }

    void editedIsNotCommitted()
    {
        Stage stage(new LineItemEditor(20));
        stage.editor().setValue(FieldValue(u"before"_s));
        QSignalSpy commits(&stage.editor(), &ItemEditor::committed);
        QTest::keyClicks(stage.keyboard(), u"!"_s);
        QCOMPARE(stage.editor().value().text, u"before!"_s);
        QCOMPARE(stage.editor().committedValue().text, u"before"_s);
        QCOMPARE(commits.size(), 0);
    }

    void readOnlyTakesNoInput()
    {
        Stage stage(new RadioItemEditor(choicesOf(listOf({u"0"_s, u"1"_s}), u"en"_s)));
        stage.editor().setValue(FieldValue(u"1"_s));
        stage.editor().setReadOnly(true);
        QTest::keyClick(&stage.editor(), Qt::Key_0);
        for (QRadioButton* button : stage.editor().findChildren<QRadioButton*>())
            QTest::keyClick(button, Qt::Key_0);
        QCOMPARE(stage.editor().value().text, u"1"_s);
    }
};

QTEST_MAIN(ItemEditorsTest)
#include "tst_itemeditors.moc"
