// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/study/definition.h"

#include <QIODevice>
#include <QXmlStreamWriter>

namespace sitebook {

// Writes the <Study> element with its MetaDataVersion, valid ODM 1.3.2, at the writer's place inside <ODM>. Names are
// written without a prefix: the ODM 1.3 namespace must be the default one there.
void writeStudy(QXmlStreamWriter& xml, const StudyDefinition& study);

// Writes a whole file with Granularity "Metadata". `device` is open for writing, `nowUtcMs` becomes CreationDateTime.
// Reading it back gives an equal study. Error NotWritable.
[[nodiscard]] Result<> writeStudyFile(QIODevice& device, const StudyDefinition& study, qint64 nowUtcMs);

} // namespace sitebook
