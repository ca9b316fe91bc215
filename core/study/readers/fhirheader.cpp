// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirheader.h"

#include "core/study/readers/fhirexpressions.h"
#include "core/study/readers/fhirproperties.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

QString firstOf(const json::Value& questionnaire, std::initializer_list<const char*> keys, const QString& otherwise)
{
    for (const char* key : keys)
        if (QString text = FhirSource::text(questionnaire, key); !text.isEmpty())
            return text;
    return otherwise;
}

} // namespace

void FhirHeader::read(const json::Value& questionnaire)
{
    nameStudy(questionnaire);
    describe(questionnaire);
    FhirProperties::readCodes(questionnaire, m_form.aliases, m_source, {});
    readExtensions(questionnaire);
    report(questionnaire);
}

// Each from what changes least, so that a later version of the form is the same study.
void FhirHeader::nameStudy(const json::Value& questionnaire)
{
    const auto identifiers = FhirSource::list(questionnaire, "identifier");
    const QString identifier = identifiers.empty() ? QString() : FhirSource::text(*identifiers.front(), "value");
    const QString none = u"Questionnaire"_s;
    const QString named = firstOf(questionnaire, {"id", "name", "title"}, none);
    m_study.studyOid = firstOf(questionnaire, {"url"}, identifier.isEmpty() ? named : identifier);
    m_study.studyName = firstOf(questionnaire, {"title", "name", "url"}, named);
    m_study.protocolName = m_study.studyName;
    m_study.description = FhirSource::text(questionnaire, "description");
    m_study.versionOid = firstOf(questionnaire, {"version", "date"}, u"1"_s);
    m_study.versionName = m_study.versionOid;
    // A question may have the name of its form.
    m_form.oid = u"Form."_s + firstOf(questionnaire, {"id", "name", "title", "url"}, none);
    m_form.name = firstOf(questionnaire, {"name", "title", "id"}, none);
}

// What the authors want to be read with the form stands below its title.
void FhirHeader::describe(const json::Value& questionnaire)
{
    TranslatedText title = m_source.translated(questionnaire, "title", {});
    if (title.isEmpty())
        title = m_source.untranslated(m_form.name);
    const TranslatedText copyright = m_source.translated(questionnaire, "copyright", {});
    m_form.description = title;
    if (copyright.isEmpty())
        return;
    for (const auto& [language, text] : title.all())
        m_form.description.set(language, text + u'\n' + copyright.in(language));
    for (const auto& [language, text] : copyright.all())
        m_form.description.set(language, title.in(language) + u'\n' + text);
}

void FhirHeader::readExtensions(const json::Value& questionnaire)
{
    size_t index = 0;
    for (const json::Value* extension : FhirSource::list(questionnaire, "extension")) {
        const QString path = FhirSource::numbered({}, u"extension"_s, index++);
        const QString name = FhirSource::nameOf(*extension);
        if (name == "questionnaire-constraint"_L1 || name.endsWith("targetConstraint"_L1))
            m_source.approximated(name, path, u"A rule about the whole form is not run: check by hand."_s);
        else
            m_source.dropExtension(*extension, path);
    }
}

void FhirHeader::report(const json::Value& questionnaire)
{
    QSet<QString> plain{u"resourceType"_s, u"url"_s,      u"id"_s,        u"name"_s,       u"title"_s,
                        u"version"_s,      u"language"_s, u"copyright"_s, u"description"_s};
    QSet<QString> elsewhere{u"_title"_s, u"_copyright"_s, u"item"_s, u"contained"_s, u"extension"_s, u"code"_s};
    if (FhirSource::text(questionnaire, "version").isEmpty())
        plain.insert(u"date"_s); // names the version
    if (FhirSource::text(questionnaire, "url").isEmpty())
        plain.insert(u"identifier"_s); // names the study
    if (const QString rules = FhirSource::text(questionnaire, "implicitRules"); !rules.isEmpty()) {
        m_source.approximated(u"implicitRules"_s, u"implicitRules"_s,
                              u"It was written under rules of its own (%1): check by hand."_s.arg(rules));
        elsewhere.insert(u"implicitRules"_s);
    }
    if (const QString status = FhirSource::text(questionnaire, "status"); status == "retired"_L1) {
        m_source.approximated(u"status"_s, u"status"_s,
                              u"Its authors have retired the form; it is read all the same."_s);
        elsewhere.insert(u"status"_s);
    }
    m_source.account(questionnaire, plain, elsewhere, {});
}

} // namespace sitebook
