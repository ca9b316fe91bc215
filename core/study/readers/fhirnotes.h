// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Why the fidelity report of a Questionnaire says that something is dropped.
namespace sitebook::fhir {

[[nodiscard]] QString noteOfMember(const QString& name);
[[nodiscard]] QString noteOfExtension(const QString& name); // by the last part of its url

} // namespace sitebook::fhir
