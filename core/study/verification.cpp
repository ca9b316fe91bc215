// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/verification.h"

#include "core/model/itemkey.h"
#include "core/study/aliascontexts.h"

namespace sitebook {

namespace {

std::optional<bool> settingOf(const std::vector<Alias>& aliases)
{
    for (const Alias& alias : aliases)
        if (alias.context == aliascontext::sdv)
            return alias.name == aliascontext::sdvRequired;
    return std::nullopt;
}

FieldValue answerOf(const Report& report, const QString& itemOid)
{
    const FieldValue* answer = report.items.find(itemOid);
    return answer ? *answer : FieldValue();
}

} // namespace

bool isVerificationRequired(const StudyDefinition& study, const QString& formOid, const QString& itemOid)
{
    const ItemDef* item = study.item(itemOid);
    if (item == nullptr)
        item = study.item(ItemKey::of(itemOid).oid); // on a line of a repeating group
    if (item)
        if (const auto own = settingOf(item->aliases))
            return *own;
    const FormDef* form = study.form(formOid);
    return form && settingOf(form->aliases).value_or(false);
}

FieldValue verifiedMark(const FieldValue& answer)
{
    return answer.missing == MissingReason::None ? FieldValue(QString(u'=' + answer.text)) : answer;
}

FieldValue noMark()
{
    return {};
}

VerificationState verificationOf(const StudyDefinition& study, const Report& report, const QString& itemOid)
{
    const FieldValue* mark = report.verified.find(itemOid);
    if (mark && !mark->isEmpty())
        return *mark == verifiedMark(answerOf(report, itemOid)) ? VerificationState::Verified
                                                                : VerificationState::ChangedSinceVerified;
    return isVerificationRequired(study, report.formOid, itemOid) ? VerificationState::Required
                                                                  : VerificationState::NotRequired;
}

VerificationCount verificationCount(const StudyDefinition& study, const Report& report)
{
    VerificationCount count;
    QStringList names;
    for (const Fields::Entry& entry : report.items)
        if (!entry.value.isEmpty())
            names.append(entry.name);
    for (const Fields::Entry& mark : report.verified)
        if (!names.contains(mark.name))
            names.append(mark.name); // the answer was taken back since
    for (const QString& name : std::as_const(names)) {
        const VerificationState state = verificationOf(study, report, name);
        count.required += state != VerificationState::NotRequired;
        count.verified += state == VerificationState::Verified;
        count.changed += state == VerificationState::ChangedSinceVerified;
    }
    return count;
}

QStringList toVerify(const StudyDefinition& study, const Report& report)
{
    QStringList names;
    for (const Fields::Entry& entry : report.items) {
        const VerificationState state = verificationOf(study, report, entry.name);
        const bool open = state == VerificationState::Required || state == VerificationState::ChangedSinceVerified;
        if (open && !entry.value.isEmpty())
            names.append(entry.name);
    }
    for (const Fields::Entry& mark : report.verified)
        if (!report.items.contains(mark.name) && !mark.value.isEmpty())
            names.append(mark.name);
    return names;
}

} // namespace sitebook
