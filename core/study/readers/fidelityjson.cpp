// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fidelityjson.h"

#include <QJsonArray>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

QJsonArray entriesToJson(const std::vector<FidelityEntry>& entries)
{
    QJsonArray array;
    for (const FidelityEntry& entry : entries)
        array.append(QJsonObject{{u"element"_s, entry.element}, {u"place"_s, entry.place}, {u"note"_s, entry.note}});
    return array;
}

template <class T>
QJsonValue countOf(const std::vector<T>& list)
{
    return static_cast<qint64>(list.size());
}

} // namespace

QJsonObject toJson(const StudyFile& file)
{
    const StudyDefinition& study = *file.study;
    return {{u"dialect"_s, file.report.dialect},
            {u"version"_s, file.report.version},
            {u"study"_s, study.studyOid},
            {u"name"_s, study.studyName},
            {u"events"_s, countOf(study.events)},
            {u"forms"_s, countOf(study.forms)},
            {u"items"_s, countOf(study.items)},
            {u"conditions"_s, countOf(study.conditions)},
            {u"languages"_s, QJsonArray::fromStringList(study.languages)},
            {u"mapped"_s, file.report.mapped},
            {u"approximated"_s, entriesToJson(file.report.approximated)},
            {u"dropped"_s, entriesToJson(file.report.dropped)}};
}

} // namespace sitebook
