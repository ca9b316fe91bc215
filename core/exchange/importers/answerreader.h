// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importers/importer.h"
#include "core/study/formchecker.h"

#include <QSet>

namespace sitebook {

// One answer in the words of a source: the words for it, most exact first (number, standard text, text as given).
struct SourceAnswer
{
    QString where; // empty: as its report
    QString item;  // ItemOID, or the item's name; perhaps with its line: "IT.DOSE#2"
    QStringList words;
    MissingReason missing = MissingReason::None;
    int line = 0; // of a repeating group; 0: not told
};

// What the answers of one report became.
struct AnswerSet
{
    Fields items;                        // as they are stored; computed items as this program computes them
    std::vector<ImportFinding> findings; // Warnings; patient and visit are for the caller to fill
    ReportStatus status = ReportStatus::Incomplete;
};

// Turns the words of a source into values of a form's items: codes by coded value, decode or alias; recorded scores
// compared with our own. Keeps one checker per form. Used on one thread.
class AnswerReader final
{
public:
    explicit AnswerReader(std::shared_ptr<const StudyDefinition> study);

    // Error NotFound or Unsupported from the form's checker.
    [[nodiscard]] Result<AnswerSet> read(const QString& formOid, const std::vector<SourceAnswer>& answers);

private:
    struct FormPlan
    {
        FormChecker checker;
        QHash<QString, const ItemDef*> items; // by OID and by name
        QHash<QString, bool> computed;        // by OID
        QSet<QString> repeating;              // OIDs
        // The item an answer is of, and the key its value is stored under; null for none.
        [[nodiscard]] const ItemDef* find(const SourceAnswer& answer, QString& key) const;
        [[nodiscard]] const ItemDef* ofKey(const QString& key) const;
    };
    struct Recorded
    {
        const ItemDef* item = nullptr;
        QString key;
        QString where;
        QString value;
    };

    [[nodiscard]] Result<FormPlan*> planOf(const QString& formOid);
    void take(const SourceAnswer& answer, const FormPlan& plan, AnswerSet& set, std::vector<Recorded>& recorded) const;
    [[nodiscard]] FieldValue valueOf(const SourceAnswer& answer, const ItemDef& item, AnswerSet& set) const;
    static void dropHidden(const FormEvaluation& evaluation, const FormPlan& plan, AnswerSet& set);
    static void compare(const Recorded& recorded, const Fields& computed, AnswerSet& set);

    std::shared_ptr<const StudyDefinition> m_study;
    QHash<QString, std::shared_ptr<FormPlan>> m_plans;
};

} // namespace sitebook
