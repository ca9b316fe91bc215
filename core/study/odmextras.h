// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"

// What a study has and ODM 1.3.2 has no place for: written into one Alias of a definition, Context "sitebook:more",
// whose Name is a JSON object of the properties that differ from what is usual. README.md lists them.
namespace sitebook::odmextras {

// The definition's aliases with that one more, where it has something to say.
[[nodiscard]] std::vector<Alias> aliasesOf(const ItemDef& item);
[[nodiscard]] std::vector<Alias> aliasesOf(const CodeListItem& item);
[[nodiscard]] std::vector<Alias> aliasesOf(const ItemGroupDef& group);
[[nodiscard]] std::vector<Alias> aliasesOf(const EventDef& event);

// Takes the Alias out of what was read and sets what it says; one that says nothing readable stays an Alias.
void take(ItemDef& item);
void take(CodeListItem& item);
void take(ItemGroupDef& group, std::vector<Alias>& aliases);
void take(EventDef& event);

} // namespace sitebook::odmextras
