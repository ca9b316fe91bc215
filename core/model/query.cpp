// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/query.h"

#include <QMetaEnum>

namespace sitebook {

namespace {

template <class Enum>
QString codeOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

template <class Enum>
std::optional<Enum> fromCode(QStringView code)
{
    bool known = false;
    const int value = QMetaEnum::fromType<Enum>().keyToValue(code.toLatin1().constData(), &known);
    return known ? std::optional(static_cast<Enum>(value)) : std::nullopt;
}

} // namespace

Fields Query::toFields() const
{
    Fields fields;
    if (!assignee.isEmpty())
        fields.set(field::assignee, assignee);
    if (!check.isEmpty())
        fields.set(field::check, check);
    if (!itemOid.isEmpty())
        fields.set(field::item, itemOid);
    for (const Fields::Entry& message : messages)
        fields.set(QString(field::messagePrefix + message.name), message.value);
    fields.set(field::patient, patient.toString());
    fields.set(field::raisedAt, raisedAt);
    if (!report.isNull())
        fields.set(field::report, report.toString());
    fields.set(field::status, statusCode(status));
    fields.set(field::queryType, typeCode(type));
    if (voided)
        fields.set(field::voided, QStringLiteral("true"));
    return fields;
}

Result<Query> Query::fromFields(const Fields& fields)
{
    Query query;
    query.patient = RecordId::fromString(fields.text(field::patient));
    if (query.patient.isNull())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "A query must name its patient."),
                    field::patient);
    query.report = RecordId::fromString(fields.text(field::report));
    query.itemOid = fields.text(field::item);
    query.check = fields.text(field::check);
    const auto type = queryTypeFromCode(fields.text(field::queryType));
    if (!type)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "This kind of query is not known."),
                    field::queryType);
    query.type = *type;
    const auto status = queryStatusFromCode(fields.text(field::status));
    if (!status)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "This query status is not known."),
                    field::status);
    query.status = *status;
    query.assignee = fields.text(field::assignee);
    query.raisedAt = fields.text(field::raisedAt);
    query.voided = fields.text(field::voided) == u"true";
    for (const Fields::Entry& entry : fields)
        if (entry.name.startsWith(field::messagePrefix))
            query.messages.set(entry.name.mid(field::messagePrefix.size()), entry.value);
    return query;
}

QueryStatus firstStatus(QueryType type)
{
    switch (type) {
    case QueryType::Query:
        return QueryStatus::Open;
    case QueryType::FailedCheck:
        return QueryStatus::Answered;
    case QueryType::Annotation:
    case QueryType::ReasonForChange:
        break;
    }
    return QueryStatus::Closed;
}

QString checkKey(const Finding& finding)
{
    return QStringList{QStringList{finding.code, finding.message.text} + finding.message.args}.join(u'\n');
}

Message checkSentence(const QString& key)
{
    const QStringList parts = key.split(u'\n');
    Message sentence;
    sentence.text = parts.value(1);
    sentence.args = parts.mid(2);
    return sentence;
}

QString typeCode(QueryType type)
{
    return codeOf(type);
}

QString statusCode(QueryStatus status)
{
    return codeOf(status);
}

std::optional<QueryType> queryTypeFromCode(QStringView code)
{
    return fromCode<QueryType>(code);
}

std::optional<QueryStatus> queryStatusFromCode(QStringView code)
{
    return fromCode<QueryStatus>(code);
}

} // namespace sitebook
