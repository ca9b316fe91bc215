// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/odmreferences.h"

#include <QSet>
#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

template <class T>
QSet<QString> oidsOf(const std::vector<T>& list)
{
    QSet<QString> oids;
    for (const T& each : list)
        oids.insert(each.oid);
    return oids;
}

class Cleaner final
{
public:
    explicit Cleaner(FidelityReport& report)
        : m_report(report)
    {
    }

    bool isKnown(const QSet<QString>& known, const QString& oid, const char* reference, const QString& owner)
    {
        if (known.contains(oid))
            return true;
        m_report.dropped.push_back(
            {QLatin1String(reference) + u' ' + oid, u"in "_s + owner, u"The file has no definition with this OID."_s});
        return false;
    }

    void clearUnknown(const QSet<QString>& known, QString& oid, const char* reference, const QString& owner)
    {
        if (!oid.isEmpty() && !isKnown(known, oid, reference, owner))
            oid.clear();
    }

private:
    FidelityReport& m_report;
};

} // namespace

void dropDanglingReferences(StudyDefinition& study, FidelityReport& report)
{
    Cleaner cleaner(report);
    const QSet<QString> forms = oidsOf(study.forms);
    const QSet<QString> groups = oidsOf(study.groups);
    const QSet<QString> items = oidsOf(study.items);
    const QSet<QString> codeLists = oidsOf(study.codeLists);
    const QSet<QString> conditions = oidsOf(study.conditions);
    const QSet<QString> methods = oidsOf(study.methods);
    for (EventDef& event : study.events) {
        cleaner.clearUnknown(conditions, event.collectionExceptionConditionOid, "CollectionExceptionConditionOID",
                             event.oid);
        for (EventDef::FormRef& ref : event.forms)
            cleaner.clearUnknown(conditions, ref.collectionExceptionConditionOid, "CollectionExceptionConditionOID",
                                 event.oid);
        std::erase_if(event.forms, [&](const EventDef::FormRef& ref) {
            return !cleaner.isKnown(forms, ref.formOid, "FormRef", event.oid);
        });
    }
    for (FormDef& form : study.forms) {
        for (ItemGroupRef& ref : form.groups)
            cleaner.clearUnknown(conditions, ref.collectionExceptionConditionOid, "CollectionExceptionConditionOID",
                                 form.oid);
        std::erase_if(form.groups, [&](const ItemGroupRef& ref) {
            return !cleaner.isKnown(groups, ref.groupOid, "ItemGroupRef", form.oid);
        });
    }
    for (ItemGroupDef& group : study.groups) {
        std::erase_if(group.items,
                      [&](const ItemRef& ref) { return !cleaner.isKnown(items, ref.itemOid, "ItemRef", group.oid); });
        for (ItemRef& ref : group.items) {
            cleaner.clearUnknown(conditions, ref.collectionExceptionConditionOid, "CollectionExceptionConditionOID",
                                 ref.itemOid);
            cleaner.clearUnknown(conditions, ref.mandatoryConditionOid, "mandatoryWhen", ref.itemOid);
            cleaner.clearUnknown(methods, ref.methodOid, "MethodOID", ref.itemOid);
        }
    }
    for (ItemDef& item : study.items)
        cleaner.clearUnknown(codeLists, item.codeListOid, "CodeListRef", item.oid);
}

} // namespace sitebook
