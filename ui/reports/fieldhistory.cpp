// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/fieldhistory.h"

#include "core/model/itemkey.h"
#include "core/study/codeset.h"
#include "ui/reports/choices.h"
#include "ui/reports/missingreasons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"
#include "ui/widgets/whendone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

struct FieldHistory
{
    Q_DECLARE_TR_FUNCTIONS(FieldHistory)
};

constexpr int mostEntries = 10'000; // of one report

QString shownValue(const StudyDefinition& study, const QString& key, const QString& value)
{
    if (value.isEmpty())
        return u"–"_s;
    for (const MissingReason reason : MissingReasons::all)
        if (missingCode(reason) == value)
            return MissingReasons::text(reason);
    const ItemDef* item = study.item(study.item(key) ? key : ItemKey::of(key).oid);
    if (!item)
        return value;
    const CodeList* list = study.codeList(item->codeListOid);
    if (!list && item->dataType == DataType::Boolean)
        for (const Choice& choice : yesNoChoices())
            if (choice.code == value)
                return choice.label;
    QStringList words;
    for (const QString& code : list && item->multiple ? codeset::split(value) : QStringList(value)) {
        const CodeListItem* answer = list ? list->find(code) : nullptr;
        words.append(answer ? answer->decode.in(studyLanguage()) : code);
    }
    return words.join(u", "_s);
}

void addRow(QTableWidget& table, const AuditEntry& entry, const QString& value)
{
    const QString desk = entry.ownDevice ? FieldHistory::tr("This desk")
                                         : FieldHistory::tr("Desk %1").arg(entry.device.toString().right(8));
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(entry.capturedAt.utcMs);
    const QStringList cells{value,
                            QLocale().toString(when, QLocale::ShortFormat),
                            entry.user.toString(),
                            statetexts::text(entry.role),
                            desk,
                            entry.reason};
    const int row = table.rowCount();
    table.insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        auto* cell = new QTableWidgetItem(cells[column]);
        cell->setToolTip(cells[column]);
        table.setItem(row, column, cell);
    }
}

void fill(QTableWidget& table, QLabel& words, const StudyDefinition& study, const QString& key,
          const std::vector<AuditEntry>& entries)
{
    const QString name = key == field::reportDate ? key : QString(field::itemPrefix + key);
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) // they come newest first
        for (const AuditChange& change : entry->changes)
            if (change.field == name)
                addRow(table, *entry, shownValue(study, key, change.newValue));
    table.resizeColumnsToContents();
    words.setText(table.rowCount() == 0 ? FieldHistory::tr("This question has never had an answer.")
                                        : FieldHistory::tr("Oldest first, in the order this desk learned of them."));
    if (table.rowCount() > 0)
        table.setCurrentCell(table.rowCount() - 1, 0);
}

} // namespace

void openFieldHistory(QWidget* parent, Workspace& workspace, const RecordId& report, const QString& key)
{
    const auto study = workspace.study();
    const QString title = key == field::reportDate ? FieldHistory::tr("Report date") : itemTitle(*study, key);
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"fieldHistory"_s);
    dialog->setWindowTitle(FieldHistory::tr("History of the answer"));
    const Theme& theme = Theme::of(dialog);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(theme.blocks(), theme.around(), theme.blocks(), theme.around());
    column->setSpacing(theme.between());
    auto* question = makeParagraph(title);
    question->setTextFormat(Qt::PlainText);
    auto* words = makeParagraph(FieldHistory::tr("Reading…"), true);
    auto* table = new QTableWidget(0, 6, dialog);
    table->setHorizontalHeaderLabels({FieldHistory::tr("Value"), FieldHistory::tr("When"), FieldHistory::tr("Who"),
                                      FieldHistory::tr("Role"), FieldHistory::tr("Desk"), FieldHistory::tr("Reason")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setAccessibleName(title);
    column->addWidget(question);
    column->addWidget(words);
    column->addWidget(table, 1);
    dialog->resize(theme.scaled(760), theme.scaled(340));
    AuditFilter filter;
    filter.recordId = report;
    whenDone(dialog, workspace.audit().page(filter, 0, mostEntries),
             [table, words, study, key](const Result<AuditService::Page>& page) {
                 if (page)
                     fill(*table, *words, *study, key, page->entries);
                 else
                     words->setText(page.error().message.localised());
             });
    dialog->open();
    table->setFocus();
}

} // namespace sitebook
