// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditwords.h"

#include "core/model/itemkey.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

struct Word
{
    const char* code;
    const char* text;
};

constexpr Word eventWords[] = {
    {"sign_in", QT_TRANSLATE_NOOP("AuditWords", "Signed in")},
    {"sign_in_failed", QT_TRANSLATE_NOOP("AuditWords", "Sign-in failed")},
    {"view_identities", QT_TRANSLATE_NOOP("AuditWords", "Looked at identities")},
    {"export", QT_TRANSLATE_NOOP("AuditWords", "Exported data")},
    {"import", QT_TRANSLATE_NOOP("AuditWords", "Imported data")},
    {"sync", QT_TRANSLATE_NOOP("AuditWords", "Synced")},
    {"workspace_created", QT_TRANSLATE_NOOP("AuditWords", "Created the workspace")},
};

QString eventText(const QString& code)
{
    for (const Word& word : eventWords)
        if (code == QLatin1String(word.code))
            return AuditWords::tr(word.text);
    return code;
}

QString statusText(Entity entity, const QString& code)
{
    const auto words = [&code](const auto& status) { return status ? statetexts::text(*status) : code; };
    switch (entity) {
    case Entity::Patient:
        return words(patientStatusFromCode(code));
    case Entity::Visit:
        return words(visitStatusFromCode(code));
    case Entity::Query:
        return words(queryStatusFromCode(code));
    case Entity::Report:
    case Entity::Workspace:
        break;
    }
    return words(reportStatusFromCode(code));
}

QString itemOid(const QString& fieldName)
{
    return fieldName.startsWith(field::itemPrefix) ? fieldName.mid(field::itemPrefix.size()) : QString();
}

// What stands in a query or a lock as a code.
QString wordText(const QString& fieldName, const QString& code)
{
    if (fieldName == field::queryType) {
        const auto type = queryTypeFromCode(code);
        return type ? statetexts::text(*type) : code;
    }
    if (fieldName == field::statusBefore)
        return statusText(Entity::Report, code);
    const auto role = roleFromCode(code);
    return role ? statetexts::text(*role) : code;
}

QString verifiedOid(const QString& fieldName)
{
    return fieldName.startsWith(field::verifiedPrefix) ? fieldName.mid(field::verifiedPrefix.size()) : QString();
}

QString decoded(const StudyDefinition& study, const QString& oid, const QString& value)
{
    const ItemDef* exact = study.item(oid);
    const ItemDef* item = exact != nullptr ? exact : study.item(ItemKey::of(oid).oid);
    const CodeList* list = item == nullptr ? nullptr : study.codeList(item->codeListOid);
    const CodeListItem* answer = list == nullptr ? nullptr : list->find(value);
    const QString words = answer == nullptr ? QString() : answer->decode.in(studyLanguage());
    return words.isEmpty() || words == value ? value : QString(value + u" = " + words);
}

QString offsetText(int offsetMinutes)
{
    const int minutes = std::abs(offsetMinutes);
    return (offsetMinutes < 0 ? u"-"_s : u"+"_s) + QStringLiteral("%1:%2")
                                                       .arg(minutes / 60, 2, 10, QLatin1Char('0'))
                                                       .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString AuditWords::when(const Instant& instant)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(instant.utcMs, QTimeZone::utc());
    const QDateTime local = utc.addSecs(qint64(instant.offsetMinutes) * 60);
    const QString day = local.date() == utc.date() ? QString() : QString(local.toString(u"yyyy-MM-dd"_s) + u' ');
    return utc.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC ("_s + day + local.toString(u"HH:mm"_s) + u' ' +
           offsetText(instant.offsetMinutes) + u')';
}

QString AuditWords::shortWhen(const Instant& instant)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(instant.utcMs, QTimeZone::utc());
    return utc.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" ("_s + offsetText(instant.offsetMinutes) + u')';
}

QString AuditWords::action(const AuditEntry& entry)
{
    if (entry.type == OpType::Event)
        for (const AuditChange& change : entry.changes)
            if (change.field == action::key) {
                return eventText(change.newValue);
            }
    return statetexts::text(entry.type);
}

QString AuditWords::clock(ClockQuality quality)
{
    switch (quality) {
    case ClockQuality::Unverified:
        return tr("Clock not compared with the server yet");
    case ClockQuality::Verified:
        return tr("Clock compared with the server");
    case ClockQuality::RolledBack:
        return tr("Clock had been set back");
    }
    return {};
}

QString AuditWords::device(const AuditEntry& entry)
{
    return entry.ownDevice ? tr("This desk") : tr("Desk %1").arg(entry.device.toString().right(8));
}

QString AuditWords::what(const StudyDefinition& study, const AuditEntry& entry)
{
    if (entry.entity == Entity::Workspace)
        return statetexts::text(entry.entity);
    if (entry.formOid.isEmpty())
        return entry.patientId;
    const QString form = formName(study, entry.formOid);
    return entry.patientId.isEmpty() ? form : QString(entry.patientId + u", " + form);
}

QString AuditWords::field(const StudyDefinition& study, const QString& fieldName)
{
    if (const QString oid = itemOid(fieldName); !oid.isEmpty())
        return itemTitle(study, oid);
    if (const QString oid = verifiedOid(fieldName); !oid.isEmpty())
        return tr("Found in the source: %1").arg(itemTitle(study, oid));
    return fieldName == action::key ? tr("Event") : statetexts::fieldText(fieldName);
}

QString AuditWords::value(const StudyDefinition& study, const AuditEntry& entry, const QString& fieldName,
                          const QString& value)
{
    if (value.isEmpty())
        return u"–"_s;
    if (const QString oid = itemOid(fieldName); !oid.isEmpty())
        return decoded(study, oid, value);
    if (const QString oid = verifiedOid(fieldName); !oid.isEmpty())
        return value.startsWith(u'=') ? decoded(study, oid, value.mid(1)) : value;
    if (fieldName == field::queryType || fieldName == field::assignee || fieldName == field::statusBefore)
        return wordText(fieldName, value);
    if (fieldName == field::form)
        return formName(study, value);
    if (fieldName == field::event)
        return eventTitle(study, value);
    if (fieldName == field::patient && !entry.patientId.isEmpty())
        return entry.patientId;
    if (fieldName == field::status)
        return statusText(entry.entity, value);
    if (fieldName == field::sex)
        return statetexts::sexText(value);
    if (fieldName == action::key)
        return eventText(value);
    if (fieldName == field::isEnrolled || fieldName == field::voided)
        return value == "true"_L1 || value == "1"_L1 ? tr("Yes") : tr("No");
    return value;
}

QString AuditWords::change(const StudyDefinition& study, const AuditEntry& entry, const AuditChange& change)
{
    const QString after = value(study, entry, change.field, change.newValue);
    return change.oldValue.isEmpty() ? after
                                     : QString(value(study, entry, change.field, change.oldValue) + u" → " + after);
}

} // namespace sitebook
