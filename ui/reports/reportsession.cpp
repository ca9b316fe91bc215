// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportsession.h"

#include "ui/widgets/whendone.h"

#include "core/model/itemkey.h"
#include "core/model/partialdate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

Message noSuchForm()
{
    return QT_TRANSLATE_NOOP("messages", "The study has no such form at this visit. Check the study version.");
}

const DraftInfo* infoOf(const std::vector<DraftInfo>& drafts, const QString& key)
{
    const auto found =
        std::find_if(drafts.begin(), drafts.end(), [&key](const DraftInfo& info) { return info.key == key; });
    return found == drafts.end() ? nullptr : &*found;
}

bool sameContent(const Report& a, const Report& b, const Fields& computed)
{
    const auto typed = [&computed](const Fields& items) {
        Fields only;
        for (const Fields::Entry& entry : items)
            if (!entry.value.isEmpty() && !computed.contains(entry.name))
                only.set(entry.name, entry.value);
        return only;
    };
    return a.reportDate == b.reportDate && typed(a.items) == typed(b.items);
}

} // namespace

ReportSession::ReportSession(Workspace& workspace, ReportFormTarget target, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_target(std::move(target))
    , m_study(workspace.study())
    , m_index(*m_study)
    , m_drafts(workspace.drafts())
{
    m_drafts.stateChanged = [this] { Q_EMIT draftStateChanged(); };
}

QString ReportSession::draftKey() const
{
    if (!m_openDraftKey.isEmpty())
        return m_openDraftKey;
    if (isStored())
        return u"report/"_s + m_report.recordId.toString();
    return u"report/new/"_s + m_report.patient.toString() + u'/' + m_report.eventOid + u'/' + m_report.formOid + u'/' +
           QString::number(m_report.repeat);
}

void ReportSession::open()
{
    m_report.patient = m_target.patient;
    m_report.formOid = m_target.formOid;
    m_report.eventOid = m_target.eventOid;
    m_report.repeat = m_target.repeat;
    m_report.recordId = m_target.report;
    const QString key = m_target.draftKey.isEmpty() ? draftKey() : m_target.draftKey;
    if (infoOf(m_workspace.drafts().list(), key))
        loadDraft(key);
    else if (isStored())
        loadReport(m_report.recordId, std::nullopt);
    else
        beginNew(std::nullopt);
}

void ReportSession::loadDraft(const QString& key)
{
    whenDone(this, m_workspace.drafts().load(key), [this, key](const Result<Draft>& draft) {
        if (!draft) {
            Q_EMIT openFailed(draft.error());
            return;
        }
        m_openDraftKey = key;
        if (draft->recordId.isNull())
            beginNew(*draft);
        else
            loadReport(draft->recordId, *draft);
    });
}

void ReportSession::loadReport(const RecordId& id, std::optional<Draft> draft)
{
    whenDone(this, m_workspace.reports().load(id), [this, id, draft](const Result<Report>& report) {
        if (!report) {
            Q_EMIT openFailed(report.error());
            return;
        }
        m_report = *report;
        m_report.recordId = id;
        m_stored = m_report;
        if (draft)
            adopt(*draft);
        ready();
    });
}

void ReportSession::beginNew(std::optional<Draft> draft)
{
    if (draft) {
        m_report.patient = draft->info.patient;
        m_report.formOid = draft->info.formOid;
        m_report.eventOid = draft->info.eventOid;
        m_report.repeat = draft->info.repeat;
    }
    m_report.recordId = {};
    m_stored = m_report;
    if (draft)
        adopt(*draft);
    QMetaObject::invokeMethod(
        this, [this] { ready(); }, Qt::QueuedConnection);
}

void ReportSession::adopt(const Draft& draft)
{
    m_fromDraft = true;
    m_currentField = draft.info.currentItem;
    m_drafts.markSaved(QDateTime::fromMSecsSinceEpoch(draft.info.savedUtcMs));
    auto typed = Report::fromFields(draft.fields);
    if (!typed)
        return;
    m_report.items = typed->items;
    m_report.reportDate = typed->reportDate;
    if (isStored()) {
        m_behind = draft.baseVersion != m_stored.version;
        m_report.version = draft.baseVersion;
    }
}

void ReportSession::ready()
{
    m_form = m_study->form(m_report.formOid);
    m_checker = m_form ? m_workspace.checker(m_report.formOid) : nullptr;
    if (!m_checker) {
        Q_EMIT openFailed(Error(ErrorCode::NotFound, noSuchForm(), m_report.formOid));
        return;
    }
    if (!isStored() && !m_fromDraft)
        fillInitialValues();
    if (!m_target.item.isEmpty())
        m_currentField = m_target.item;
    readLines();
    m_open = true;
    m_allShown = isStored() && m_stored.status >= ReportStatus::Unverified;
    for (const Fields::Entry& entry : m_report.items)
        m_visited.insert(entry.name);
    evaluate();
    Q_EMIT opened();
}

// What the study fills in beforehand is no work of the person: a form with nothing else is not "changed".
void ReportSession::fillInitialValues()
{
    for (const ItemGroupRef& groupRef : m_form->groups) {
        const ItemGroupDef* group = m_index.group(groupRef.groupOid);
        if (group && !group->repeating)
            setInitial(*group, 0);
    }
    m_stored.items = m_report.items;
}

void ReportSession::setInitial(const ItemGroupDef& group, int line)
{
    for (const ItemRef& ref : group.items) {
        const ItemDef* item = m_index.item(ref.itemOid);
        if (item && !item->initial.isEmpty() && !m_checker->computes(item->oid))
            m_report.items.set(ItemKey{item->oid, line}.text(), item->initial);
    }
}

void ReportSession::readLines()
{
    m_lines.read(*m_checker, m_index, *m_form, m_report.items, m_stored.items);
    m_places.clear();
}

int ReportSession::addLine(const QString& groupOid)
{
    const int line = m_lines.add(groupOid);
    m_places.clear();
    const ItemGroupDef* group = m_index.group(groupOid);
    const bool filled = std::any_of(group->items.begin(), group->items.end(), [this](const ItemRef& ref) {
        const ItemDef* item = m_index.item(ref.itemOid);
        return item && !item->initial.isEmpty();
    });
    if (filled) {
        setInitial(*group, line);
        evaluate();
        saveDraft();
    }
    return line;
}

void ReportSession::removeLine(const QString& groupOid, int line)
{
    m_lines.remove(groupOid, line);
    m_places.clear();
    AnswerSteps::Step step;
    for (const ItemRef& ref : m_index.group(groupOid)->items) {
        const QString key = ItemKey{ref.itemOid, line}.text();
        if (const FieldValue before = value(key); !before.isEmpty()) {
            step.push_back({key, before, {}});
            put(key, {});
        }
    }
    if (!step.empty())
        m_steps.remember(std::move(step));
    evaluate();
    saveDraft();
}

QString ReportSession::patientId() const
{
    const PatientRow* row = m_workspace.patients().list()->find(m_report.patient);
    return row ? row->patientId : QString();
}

DeliveryState ReportSession::delivery() const
{
    const auto list = m_workspace.reports().list();
    const auto row = std::find_if(list->begin(), list->end(),
                                  [this](const ReportRow& other) { return other.recordId == m_report.recordId; });
    return isStored() && row != list->end() ? row->delivery : DeliveryState::Draft;
}

bool ReportSession::isDirty() const
{
    return m_open && !sameContent(m_report, m_stored, m_evaluation.computed);
}

Message ReportSession::readOnlyReason() const
{
    if (m_stored.voided)
        return QT_TRANSLATE_NOOP("messages", "This report was voided. It is kept for reading only.");
    if (m_stored.status == ReportStatus::Locked)
        return QT_TRANSLATE_NOOP("messages", "This report is locked. A data manager can unlock it.");
    if (m_stored.status == ReportStatus::Signed)
        return QT_TRANSLATE_NOOP("messages", "This report is signed. It is open for reading only.");
    if (!m_workspace.may(isStored() ? u"correct_data"_s : u"enter_data"_s))
        return QT_TRANSLATE_NOOP("messages", "Your role may read reports but not change them.");
    return {};
}

bool ReportSession::isReadOnly() const
{
    return !readOnlyReason().isEmpty();
}

FieldValue ReportSession::value(const QString& field) const
{
    if (field == field::reportDate)
        return FieldValue(m_report.reportDate);
    const FieldValue* found = m_report.items.find(field);
    return found ? *found : FieldValue();
}

void ReportSession::commit(const QString& field, const FieldValue& value)
{
    m_visited.insert(field);
    if (isReadOnly() || this->value(field) == value)
        return;
    m_steps.remember({{field, this->value(field), value}});
    put(field, value);
    m_currentField = field;
    evaluate();
    saveDraft();
}

void ReportSession::put(const QString& field, const FieldValue& value)
{
    if (field == field::reportDate)
        m_report.reportDate = value.text;
    else if (value.isEmpty() && !m_stored.items.contains(field))
        m_report.items.remove(field);
    else
        m_report.items.set(field, value); // an empty one tells the others that it was taken away
}

void ReportSession::undo()
{
    const AnswerSteps::Step* step = isReadOnly() ? nullptr : m_steps.back();
    if (step)
        restore(*step, &AnswerSteps::Change::before);
}

void ReportSession::redo()
{
    const AnswerSteps::Step* step = isReadOnly() ? nullptr : m_steps.forth();
    if (step)
        restore(*step, &AnswerSteps::Change::after);
}

void ReportSession::restore(const AnswerSteps::Step& step, FieldValue AnswerSteps::Change::*which)
{
    for (const AnswerSteps::Change& change : step)
        put(change.field, change.*which);
    m_currentField = step.front().field;
    readLines();
    evaluate();
    saveDraft();
    Q_EMIT restored(m_currentField);
}

void ReportSession::enterField(const QString& field)
{
    if (field == m_currentField)
        return;
    m_visited.insert(m_currentField);
    m_currentField = field;
    if (m_drafts.savedAt().isValid() && isDirty())
        saveDraft();
    Q_EMIT evaluated();
}

void ReportSession::evaluate()
{
    m_evaluation = m_checker->evaluate(m_report.items);
    m_hidden = QSet<QString>(m_evaluation.hidden.begin(), m_evaluation.hidden.end());
    m_ownFindings.clear();
    if (!m_report.reportDate.isEmpty())
        if (const auto date = PartialDate::parse(m_report.reportDate); !date)
            m_ownFindings.push_back({Severity::Error, field::reportDate, u"date"_s, date.error().message});
    Q_EMIT evaluated();
}

std::vector<ScoreReading> ReportSession::scores() const
{
    return m_checker->readings(m_evaluation.computed);
}

void ReportSession::appendKeys(const ItemGroupDef& group, QStringList& order) const
{
    if (!group.repeating) {
        for (const ItemRef& item : group.items)
            order.append(item.itemOid);
        return;
    }
    order.append(group.oid);
    for (const int line : lines(group.oid))
        for (const ItemRef& item : group.items)
            order.append(ItemKey{item.itemOid, line}.text());
}

// Where a field stands in the form, for the order of the problems; made again when lines came or went.
const QHash<QString, qsizetype>& ReportSession::places() const
{
    if (!m_places.isEmpty())
        return m_places;
    QStringList order{field::reportDate};
    for (const ItemGroupRef& groupRef : m_form->groups)
        if (const ItemGroupDef* group = m_index.group(groupRef.groupOid))
            appendKeys(*group, order);
    m_places.reserve(order.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        m_places.insert(order[i], i);
    return m_places;
}

std::vector<Finding> ReportSession::findings() const
{
    std::vector<Finding> shown = m_ownFindings;
    for (const Finding& finding : m_evaluation.findings)
        if (m_allShown || finding.code != u"required" || m_visited.contains(finding.field))
            shown.push_back(finding);
    const QHash<QString, qsizetype>& place = places();
    std::stable_sort(shown.begin(), shown.end(), [&place](const Finding& a, const Finding& b) {
        return place.value(a.field, place.size()) < place.value(b.field, place.size());
    });
    return shown;
}

int ReportSession::openErrors() const
{
    const auto isError = [](const Finding& finding) { return finding.severity == Severity::Error; };
    return static_cast<int>(std::count_if(m_evaluation.findings.begin(), m_evaluation.findings.end(), isError) +
                            std::count_if(m_ownFindings.begin(), m_ownFindings.end(), isError));
}

void ReportSession::showAllFindings()
{
    m_allShown = true;
    Q_EMIT evaluated();
}

ReportSession::Count ReportSession::countOf(const ItemGroupDef& group) const
{
    QStringList keys;
    appendKeys(group, keys);
    Count count;
    for (const QString& key : keys) {
        const ItemDef* def = m_index.item(group.repeating ? ItemKey::of(key).oid : key);
        const bool shown = def && !def->hidden && def->control != Control::Display;
        if (!shown || m_checker->computes(key) || m_hidden.contains(key))
            continue;
        ++count.asked;
        count.answered += !value(key).isEmpty();
    }
    return count;
}

bool ReportSession::needsReason() const
{
    if (!isStored())
        return false;
    if (m_stored.status > ReportStatus::Incomplete ||
        (!m_stored.reportDate.isEmpty() && m_stored.reportDate != m_report.reportDate))
        return true;
    return std::any_of(m_stored.items.begin(), m_stored.items.end(), [this](const Fields::Entry& entry) {
        return !m_evaluation.computed.contains(entry.name) && !entry.value.isEmpty() &&
               value(entry.name) != entry.value;
    });
}

void ReportSession::saveDraft()
{
    Draft draft;
    draft.info.key = draftKey();
    draft.info.patient = m_report.patient;
    draft.info.formOid = m_report.formOid;
    draft.info.eventOid = m_report.eventOid;
    draft.info.repeat = m_report.repeat;
    draft.info.currentItem = m_currentField;
    draft.info.savedUtcMs = QDateTime::currentMSecsSinceEpoch();
    draft.recordId = m_report.recordId;
    draft.baseVersion = m_report.version;
    draft.fields = m_report.toFields();
    m_openDraftKey = draft.info.key;
    m_drafts.save(std::move(draft));
}

void ReportSession::save(ReportStatus status, const QString& reason, const std::vector<CheckOverride>& overrides)
{
    if (!m_open || m_saving || isReadOnly())
        return;
    Report report = m_report;
    report.items = m_checker->normalised(m_report.items, m_evaluation);
    report.status = status;
    m_saving = true;
    whenDone(this, m_workspace.reports().save(report, reason, overrides), [this, report](const Result<RecordId>& id) {
        m_saving = false;
        if (!id) {
            Q_EMIT saveFailed(id.error());
            return;
        }
        const QString key = draftKey();
        m_report = report;
        m_report.recordId = *id;
        m_stored = m_report;
        m_behind = false;
        m_drafts.discard(key);
        m_openDraftKey.clear();
        Q_EMIT saved(*id);
    });
}

void ReportSession::discardDraft()
{
    m_drafts.discard(draftKey());
    m_openDraftKey.clear();
    m_report = m_stored;
    m_fromDraft = false;
    m_behind = false;
    m_steps.clear();
    m_lines.clear();
    readLines();
    evaluate();
}

} // namespace sitebook
