// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importers/datasetreports.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

bool sameWord(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool hasAlias(const std::vector<Alias>& aliases, QLatin1String context, const QString& name)
{
    return std::any_of(aliases.begin(), aliases.end(),
                       [&](const Alias& alias) { return alias.context == context && sameWord(alias.name, name); });
}

bool hasVisitNumber(const EventDef& event, const QString& number)
{
    bool known = false;
    const double wanted = number.toDouble(&known);
    return known && std::any_of(event.aliases.begin(), event.aliases.end(), [&](const Alias& alias) {
               bool numeric = false;
               const double value = alias.name.toDouble(&numeric);
               return alias.context == "VISITNUM"_L1 && numeric && qFuzzyCompare(1.0 + value, 1.0 + wanted);
           });
}

// The two letters in front of TESTCD; empty when there is no such column.
QString prefixOf(const DatasetHead& head)
{
    for (const QString& column : head.columns)
        if (column.endsWith(u"TESTCD") && column.size() == 8)
            return column.left(2);
    return {};
}

// Collects the rows of a domain into reports.
class Collector final
{
public:
    Collector(const DatasetHead& head, PlanBuilder& plan)
        : m_plan(plan)
        , m_prefix(prefixOf(head))
        , m_domain(head.name)
    {
    }

    void add(const DatasetRow& row)
    {
        const QString category = cell(row, u"CAT"_s);
        const QString visit = row[u"VISIT"_s].isEmpty() ? row[u"VISITNUM"_s] : row[u"VISIT"_s];
        const FormDef* form = formFor(category.isEmpty() ? m_domain : category);
        const QString base = QStringList{row[u"USUBJID"_s], category, row[u"VISITNUM"_s], visit}.join(u'\n');
        const QString key = form && form->repeating ? QString(base + u'\n' + cell(row, u"DTC"_s)) : base;
        auto place = m_places.constFind(key);
        if (place == m_places.constEnd()) {
            place = m_places.insert(key, m_reports.size());
            SourceReport report;
            report.where = row.where();
            report.patient = row[u"USUBJID"_s];
            report.visit = visit;
            report.formOid = form ? form->oid : QString();
            report.eventOid = eventFor(row);
            report.repeat = ++m_repeats[base];
            report.reportDate = cell(row, u"DTC"_s);
            report.originator = originator(row);
            m_reports.push_back(std::move(report));
        }
        m_reports[*place].answers.push_back(answerOf(row));
    }

    Result<> finish()
    {
        for (const SourceReport& report : m_reports) {
            SB_TRY(m_plan.addReport(report));
        }
        return {};
    }

private:
    QString cell(const DatasetRow& row, const QString& suffix) const { return row[m_prefix + suffix]; }

    const FormDef* formFor(const QString& category)
    {
        const auto known = m_forms.constFind(category);
        if (known != m_forms.constEnd())
            return *known;
        const auto& forms = m_plan.study().forms;
        const auto found = std::find_if(forms.begin(), forms.end(), [&](const FormDef& form) {
            return hasAlias(form.aliases, "SDTM"_L1, category) || hasAlias(form.aliases, "QSCAT"_L1, category) ||
                   sameWord(form.name, category) || sameWord(form.oid, category);
        });
        return *m_forms.insert(category, found == forms.end() ? nullptr : &*found);
    }

    // Name and number where both fit, else the name, else the number: studies count their visits differently.
    QString eventFor(const DatasetRow& row) const
    {
        const QString number = row[u"VISITNUM"_s];
        const QString name = row[u"VISIT"_s];
        if (number.isEmpty() && name.isEmpty())
            return m_plan.options().studyEventOid;
        const EventDef* best = nullptr;
        int bestScore = 0;
        for (const EventDef& event : m_plan.study().events) {
            const bool byName =
                !name.isEmpty() && (hasAlias(event.aliases, "VISIT"_L1, name) || sameWord(event.name, name));
            const int score = (byName ? 2 : 0) + (hasVisitNumber(event, number) ? 1 : 0);
            if (score > bestScore) {
                best = &event;
                bestScore = score;
            }
        }
        return best ? best->oid : QString();
    }

    QString originator(const DatasetRow& row) const
    {
        const QString evaluator = cell(row, u"EVAL"_s);
        return sameWord(evaluator, u"STUDY SUBJECT"_s) ? u"patient"_s : evaluator.toLower();
    }

    SourceAnswer answerOf(const DatasetRow& row) const
    {
        SourceAnswer answer;
        answer.where = row.where();
        answer.item = cell(row, u"TESTCD"_s);
        for (const QString& suffix : {u"STRESN"_s, u"STRESC"_s, u"ORRES"_s})
            if (const QString word = cell(row, suffix); !word.isEmpty())
                answer.words.append(word);
        if (answer.words.isEmpty() && sameWord(cell(row, u"STAT"_s), u"NOT DONE"_s))
            answer.missing = MissingReason::NotDone;
        return answer;
    }

    PlanBuilder& m_plan;
    QString m_prefix;
    QString m_domain;
    QHash<QString, const FormDef*> m_forms;
    QHash<QString, size_t> m_places;
    QHash<QString, int> m_repeats;
    std::vector<SourceReport> m_reports; // in the order of the file
};

} // namespace

bool DatasetReports::recognises(const DatasetHead& head)
{
    const QString prefix = prefixOf(head);
    return !prefix.isEmpty() && head.has(u"USUBJID"_s) &&
           (head.has(prefix + u"ORRES"_s) || head.has(prefix + u"STRESC"_s));
}

Result<> DatasetReports::read(const Dataset& dataset, PlanBuilder& plan)
{
    plan.setFormat(u"Dataset-JSON "_s + dataset.head().name.toUpper());
    Collector collector(dataset.head(), plan);
    SB_TRY(dataset.forEach([&collector](const DatasetRow& row) -> Result<> {
        collector.add(row);
        return {};
    }));
    return collector.finish();
}

} // namespace sitebook
