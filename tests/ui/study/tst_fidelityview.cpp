// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/fidelitydialog.h"
#include "ui/study/fidelityview.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/recordtable.h"

#include <QAbstractButton>
#include <QDialog>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

StudyDefinition study()
{
    StudyDefinition study;
    study.studyName = u"<b>Pilot</b>"_s;
    study.forms.resize(2);
    study.items.resize(1);
    study.conditions.resize(3);
    study.methods.resize(1);
    return study;
}

FidelityReport report()
{
    return {u"ODM 1.3.2"_s,
            {},
            40,
            {{u"ItemDef A"_s, u"line 3, column 1"_s, u"as text"_s}},
            {{u"Presentation P"_s, u"line 9, column 5"_s, u"no use here"_s},
             {u"ArchiveLayout L"_s, u"line 12, column 5"_s, {}}}};
}

QStringList column(const QAbstractItemModel& model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

} // namespace

class TestFidelityView final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsInWords();
    void everyEntryIsARow();
    void chipsFilter();
    void theDialogOpensAndCloses();
};

void TestFidelityView::countsInWords()
{
    QCOMPARE(sizeInWords(study(), report()), u"ODM 1.3.2: 2 form(s), 1 item(s), 4 rule(s)"_s);
}

void TestFidelityView::everyEntryIsARow()
{
    FidelityView view;
    view.setStudy(study(), report());
    const QAbstractItemModel& rows = *view.findChild<RecordTable*>()->model();
    QCOMPARE(column(rows, 1), (QStringList{u"Presentation P"_s, u"ArchiveLayout L"_s, u"ItemDef A"_s}));
    QCOMPARE(column(rows, 2).constLast(), u"line 3, column 1"_s);
    QCOMPARE(column(rows, 0), (QStringList{u"Left out"_s, u"Left out"_s, u"Approximated"_s}));
}

void TestFidelityView::chipsFilter()
{
    FidelityView view;
    view.setStudy(study(), report());
    const QAbstractItemModel& rows = *view.findChild<RecordTable*>()->model();
    const auto buttons = view.findChild<ChipBar*>()->findChildren<QAbstractButton*>();
    QCOMPARE(buttons.size(), 3);
    buttons[1]->click();
    QCOMPARE(rows.rowCount(), 2);
    buttons[2]->click();
    QCOMPARE(column(rows, 3), QStringList{u"as text"_s});
    buttons[0]->click();
    QCOMPARE(rows.rowCount(), 3);
}

void TestFidelityView::theDialogOpensAndCloses()
{
    QWidget parent;
    openFidelityDialog(&parent, study(), report());
    auto* dialog = parent.findChild<QDialog*>(u"fidelity"_s);
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

QTEST_MAIN(TestFidelityView)
#include "tst_fidelityview.moc"
