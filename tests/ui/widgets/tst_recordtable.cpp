// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recordtable.h"

#include "ui/theme/colours.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/recordtablemodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

enum class Column { Identifier, Name, State, Count };

class SmallModel final : public RecordTableModel<Column>
{
public:
    void setRows(const QStringList& names)
    {
        beginResetModel();
        m_names = names;
        endResetModel();
    }

protected:
    int rows() const override { return static_cast<int>(m_names.size()); }
    QVariant cell(int row, Column column, int role) const override
    {
        if (role == Qt::DisplayRole)
            return column == Column::Identifier ? u"P%1"_s.arg(row + 1, 3, 10, QLatin1Char('0'))
                   : column == Column::Name     ? m_names[row]
                                                : u"Synced"_s;
        if (role == IconNameRole && column == Column::State)
            return u"synced"_s;
        if (role == ToneRole && column == Column::State)
            return QVariant::fromValue(Tone::Success);
        return {};
    }
    QVariant header(Column column, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(QStringList{u"ID"_s, u"Name"_s, u"State"_s}[int(column)])
                                       : QVariant();
    }

private:
    QStringList m_names;
};

} // namespace

class RecordTableTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    void init()
    {
        QSettings().clear();
        m_model.setRows({u"Garcia, Ana"_s, u"Berg, Bo"_s, u"王小明"_s});
    }

    void theModelBaseKeepsItsPromises()
    {
        QAbstractItemModelTester tester(&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model.setRows({u"A"_s});
        QCOMPARE(m_model.rowCount(), 1);
        QCOMPARE(m_model.columnCount(), 3);
        QVERIFY(!m_model.data(m_model.index(0, 0), Qt::DecorationRole).isValid());
        QVERIFY(!m_model.headerData(7, Qt::Horizontal).isValid());
    }

    void anEmptyTableSaysWhatBelongsThere()
    {
        RecordTable table;
        table.setEmptyState(u"patients"_s, u"No patients yet"_s, u"Register the first."_s, u"Register patient"_s);
        m_model.setRows({});
        table.setModel(&m_model);
        table.show();
        auto* empty = table.findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QSignalSpy asked(&table, &RecordTable::emptyActionTriggered);
        empty->findChild<QPushButton*>()->click();
        QCOMPARE(asked.size(), 1);
        m_model.setRows({u"Garcia, Ana"_s});
        QVERIFY(!empty->isVisible());
        QVERIFY(table.horizontalHeader()->isVisible());
    }

    void enterAndDoubleClickOpenTheRow()
    {
        RecordTable table;
        table.setModel(&m_model);
        table.show();
        QSignalSpy opened(&table, &RecordTable::opened);
        table.selectRow(1);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toModelIndex().row(), 1);
        const QPoint cell = table.visualRect(m_model.index(2, 1)).center();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell); // the first half of a double click
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, cell);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[1][0].toModelIndex().row(), 2);
    }

    void homeAndEndGoToTheFirstAndLastRow()
    {
        RecordTable table;
        table.setModel(&m_model);
        table.show();
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(table.currentIndex().row(), 2);
        QTest::keyClick(&table, Qt::Key_Home);
        QCOMPARE(table.currentIndex().row(), 0);
        QCOMPARE(table.selectedRowIndexes().size(), 1);
    }

    void rowsAreCopiedAsText()
    {
        RecordTable table;
        table.setModel(&m_model);
        table.setColumnHidden(int(Column::State), true);
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"P001\tGarcia, Ana\nP002\tBerg, Bo\nP003\t王小明"_s);
    }

    void columnsAreRememberedPerKey()
    {
        {
            RecordTable table(u"test"_s);
            table.setModel(&m_model);
            table.setDefaultWidths({80, 120, 100});
            table.show();
            table.horizontalHeader()->resizeSection(1, 211);
        }
        RecordTable again(u"test"_s);
        again.setDefaultWidths({80, 120, 100});
        again.setModel(&m_model);
        QCOMPARE(again.columnWidth(1), 211);
        RecordTable other(u"other"_s);
        other.setDefaultWidths({80, 120, 100});
        other.setModel(&m_model);
        QCOMPARE(other.columnWidth(1), 120);
    }

    void everyRowHasTheSameHeight()
    {
        RecordTable table;
        table.setModel(&m_model);
        QCOMPARE(table.rowHeight(0), 32);
        QVERIFY(!table.showGrid());
    }

private:
    QTemporaryDir m_folder;
    SmallModel m_model;
};

QTEST_MAIN(RecordTableTest)
#include "tst_recordtable.moc"
