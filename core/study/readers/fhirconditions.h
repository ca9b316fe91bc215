// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/fhirsource.h"

#include <QHash>

namespace sitebook {

// What is known of the questions of a Questionnaire before its conditions are written.
struct FhirQuestion
{
    QString oid;
    bool multiple = false;
    CodeList list;
};
using FhirQuestions = QHash<QString, FhirQuestion>; // by linkId

// Writes enableWhen as expressions of our own language.
class FhirConditions final
{
public:
    FhirConditions(FhirSource& source, const FhirQuestions& questions)
        : m_source(source)
        , m_questions(questions)
    {
    }

    // When the item is NOT asked, by its own enableWhen; empty when it has none. Repeated `linkIds` of the questions it
    // looks at are left in `uses`.
    [[nodiscard]] QString hiddenWhen(const json::Value& item, const QString& linkId, const QString& path);
    // Reports the items whose conditions lead back to themselves.
    void reportLoops();

private:
    [[nodiscard]] QString condition(const json::Value& when, const QString& linkId, const QString& path);
    [[nodiscard]] QString comparison(const json::Value& when, const FhirQuestion& question, const QString& sign,
                                     const QString& path);
    [[nodiscard]] bool reaches(const QString& from, const QString& target, QSet<QString>& seen) const;

    FhirSource& m_source;
    const FhirQuestions& m_questions;
    QHash<QString, QStringList> m_uses; // linkId -> linkIds its conditions look at
    QHash<QString, QString> m_paths;
};

} // namespace sitebook
