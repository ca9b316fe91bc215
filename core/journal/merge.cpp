// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/merge.h"

#include <array>

namespace sitebook {

namespace {

constexpr std::array<const char*, 3> outcomeCodes{"applied", "merged", "conflict"};
const QString resolves = QStringLiteral("resolves");

// Written by another device after the author's base: what the author had not seen.
bool isUnseen(const FieldStamp& stamp, const Operation& op, quint64 base)
{
    return stamp.version > base && stamp.device != op.device;
}

// A base beyond the present version names a history that a restored server has lost: then nothing counts as seen.
quint64 seenUpTo(const RecordState& state, const Operation& op)
{
    return op.baseVersion > state.version ? 0 : op.baseVersion;
}

void clearContenders(RecordState& state, const Operation& op)
{
    const QStringList ids = op.set.text(resolves).split(u',', Qt::SkipEmptyParts);
    std::erase_if(state.openConflicts, [&ids](const OpId& id) { return ids.contains(id.toString()); });
}

MergeDecision decideCreate(const RecordState& state, const Operation& op)
{
    if (state.version == 0)
        return {};
    for (const Fields::Entry& entry : op.set) {
        const FieldValue* present = state.fields.find(entry.name);
        if (!present || *present != entry.value)
            return {Outcome::Conflict, {entry.name}};
    }
    return {};
}

} // namespace

QString outcomeCode(Outcome outcome)
{
    return QString::fromLatin1(outcomeCodes.at(static_cast<size_t>(outcome)));
}

std::optional<Outcome> outcomeFromCode(QStringView code)
{
    for (size_t i = 0; i < outcomeCodes.size(); ++i)
        if (code == QLatin1String(outcomeCodes.at(i)))
            return static_cast<Outcome>(i);
    return std::nullopt;
}

MergeDecision decide(const RecordState& state, const Operation& op)
{
    if (op.type == OpType::Resolve)
        return {};
    if (op.type == OpType::Create)
        return decideCreate(state, op);
    const quint64 base = seenUpTo(state, op);
    QStringList disputed;
    for (const Fields::Entry& entry : op.set) {
        const auto stamp = state.stamps.find(entry.name);
        if (stamp == state.stamps.end() || !isUnseen(stamp->second, op, base))
            continue;
        const FieldValue* present = state.fields.find(entry.name);
        if (!present || *present != entry.value)
            disputed << entry.name;
    }
    if (!disputed.isEmpty())
        return {Outcome::Conflict, disputed};
    QStringList others;
    for (const auto& [name, stamp] : state.stamps)
        if (isUnseen(stamp, op, base) && !op.set.contains(name))
            others << name;
    return others.isEmpty() ? MergeDecision{} : MergeDecision{Outcome::Merged, others};
}

void apply(RecordState& state, const Operation& op, Outcome outcome)
{
    if (outcome == Outcome::Conflict) {
        state.openConflicts.push_back(op.opId);
        if (op.type != OpType::Create || state.version > 0)
            return;
    }
    ++state.version;
    for (const Fields::Entry& entry : op.set) {
        if (entry.name == resolves)
            continue;
        state.fields.set(entry.name, entry.value);
        state.stamps[entry.name] = {state.version, op.device};
    }
    if (op.type == OpType::Void) {
        state.fields.set(QStringLiteral("voided"), QStringLiteral("true"));
        state.stamps[QStringLiteral("voided")] = {state.version, op.device};
    }
    if (op.type == OpType::Resolve)
        clearContenders(state, op);
}

} // namespace sitebook
