// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirnotes.h"

#include <QHash>

namespace sitebook::fhir {

using namespace Qt::StringLiterals;

QString noteOfMember(const QString& name)
{
    static const QHash<QString, QString> notes{
        {u"definition"_s, u"Data element definitions are not used here."_s},
        {u"text"_s, u"The narrative says what the items say."_s},
        {u"status"_s, u"Whether the study uses a form is not decided by the form."_s},
        {u"disabledDisplay"_s, u"What is not asked is not shown."_s},
        {u"subjectType"_s, u"All forms here are about patients."_s},
        {u"maxLength"_s, u"The length of such an answer is not limited here."_s},
        {u"item"_s, u"Such an item holds no others."_s}};
    return notes.value(name, u"It has no use here."_s);
}

QString noteOfExtension(const QString& name)
{
    static const QString fhirPathOnly = u"Only FHIRPath expressions use it, and those are not run here."_s;
    static const QString server = u"Answers are not looked up on a server."_s;
    static const QString extraction = u"Resources are not made of the answers here."_s;
    static const QHash<QString, QString> notes{
        {u"variable"_s, fhirPathOnly},
        {u"sdc-questionnaire-launchContext"_s, fhirPathOnly},
        {u"terminology-server"_s, server},
        {u"preferredTerminologyServer"_s, server},
        {u"questionnaire-unitValueSet"_s, u"The units lie outside the file; none is shown."_s},
        {u"sdc-questionnaire-subQuestionnaire"_s, u"Its items lie in another file."_s},
        {u"mimeType"_s, u"The kind of a file is not checked."_s},
        {u"maxSize"_s, u"The size of a file is not checked."_s},
        {u"sdc-questionnaire-observationExtract"_s, extraction},
        {u"sdc-questionnaire-templateExtract"_s, extraction}};
    return notes.value(name, u"It has no use here."_s);
}

} // namespace sitebook::fhir
