// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirreader.h"

#include "core/study/readers/fhiritems.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int depthLimit = 160; // an item in an item is two levels

// The Questionnaire itself, or the first of a Bundle; null when there is none.
const json::Value* questionnaireIn(const json::Value& resource, QString& path)
{
    const QString type = FhirSource::text(resource, "resourceType");
    if (type == "Questionnaire"_L1)
        return &resource;
    int at = 0;
    for (const json::Value* entry : FhirSource::list(resource, "entry")) {
        const json::Value* inside = json::find(*entry, "resource");
        if (type == "Bundle"_L1 && inside != nullptr &&
            FhirSource::text(*inside, "resourceType") == "Questionnaire"_L1) {
            path = u"entry[%1]"_s.arg(at);
            return inside;
        }
        ++at;
    }
    return nullptr;
}

// The first modifierExtension anywhere, as "url" with its path; the depth of the document is bounded.
std::optional<std::pair<QString, QString>> modifierIn(const json::Value& value, const QString& path)
{
    if (value.IsArray()) {
        for (rapidjson::SizeType i = 0; i < value.Size(); ++i)
            if (auto found = modifierIn(value[i], path + u"[%1]"_s.arg(i)))
                return found;
    } else if (value.IsObject()) {
        for (const auto& [name, member] : value.GetObject()) {
            const QString here = path.isEmpty() ? json::textOf(name) : QString(path + u'.' + json::textOf(name));
            if (json::viewOf(name) == "modifierExtension" && member.IsArray() && !member.Empty())
                return std::pair(FhirSource::text(member[0], "url"), here);
            if (auto found = modifierIn(member, here))
                return found;
        }
    }
    return std::nullopt;
}

void nameStudy(const json::Value& questionnaire, StudyDefinition& study, FormDef& form, FhirSource& source)
{
    const auto first = [&](std::initializer_list<const char*> keys) {
        for (const char* key : keys)
            if (const QString text = FhirSource::text(questionnaire, key); !text.isEmpty())
                return text;
        return u"Questionnaire"_s;
    };
    const QString language = FhirSource::text(questionnaire, "language");
    study.studyOid = first({"url", "id", "name", "title"});
    study.studyName = first({"title", "name", "url"});
    study.protocolName = study.studyName;
    study.description = FhirSource::text(questionnaire, "description");
    study.versionOid = first({"version", "date"});
    study.versionName = study.versionOid;
    form.oid = u"Form."_s + first({"id", "name", "title", "url"}); // a question may have the name of its form
    form.name = first({"name", "title", "id"});
    form.description = source.translated(questionnaire, "title", language);
    if (form.description.isEmpty())
        form.description.set(language, form.name);
    // What the authors want to be read with the form stands below its title.
    const QString copyright = FhirSource::text(questionnaire, "copyright");
    if (!copyright.isEmpty()) {
        TranslatedText whole;
        for (const auto& [tag, text] : form.description.all())
            whole.set(tag, text + u'\n' + copyright);
        form.description = whole;
    }
}

void reportTop(const json::Value& questionnaire, FhirSource& source)
{
    static const QSet<QString> used{u"resourceType"_s, u"url"_s,         u"id"_s,       u"name"_s, u"title"_s,
                                    u"_title"_s,       u"version"_s,     u"date"_s,     u"item"_s, u"language"_s,
                                    u"copyright"_s,    u"description"_s, u"contained"_s};
    for (const auto& [name, value] : questionnaire.GetObject()) {
        const QString key = json::textOf(name);
        if (used.contains(key))
            source.mapped();
        else
            source.dropped(key, key, u"It has no use here."_s);
    }
    for (const json::Value* each : FhirSource::list(questionnaire, "contained"))
        if (FhirSource::text(*each, "resourceType") != "ValueSet"_L1)
            source.dropped(FhirSource::text(*each, "resourceType"), u"contained"_s, u"It has no use here."_s);
}

} // namespace

bool FhirReader::claims(const DialectProbe& probe)
{
    const QByteArray head = probe.head.trimmed();
    return head.startsWith('{') && head.contains("\"resourceType\"");
}

Result<StudyFile> FhirReader::read(const QByteArray& document)
{
    json::Document root;
    if (auto read = json::readExact({document.constData(), static_cast<size_t>(document.size())}, root, depthLimit);
        !read)
        return fail(ErrorCode::Unreadable, read.error().message, read.error().where);
    QString path;
    const json::Value* questionnaire = questionnaireIn(root, path);
    if (questionnaire == nullptr)
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP(
                                "messages", "The file holds a FHIR %1 and no Questionnaire. Choose the Questionnaire."),
                            {FhirSource::text(root, "resourceType")}));
    if (const auto modifier = modifierIn(*questionnaire, {}))
        return fail(
            ErrorCode::Unsupported,
            Message(QT_TRANSLATE_NOOP("messages", "The form has an extension that changes its meaning and is not known "
                                                  "here, so it must not be used: %1"),
                    {modifier->first}),
            modifier->second);
    auto study = std::make_shared<StudyDefinition>();
    FidelityReport report;
    report.dialect = u"FHIR Questionnaire"_s;
    report.version = FhirSource::text(*questionnaire, "version");
    FhirSource source(report);
    if (!path.isEmpty())
        source.dropped(u"Bundle"_s, path, u"Of a bundle its first Questionnaire is read."_s);
    FormDef form;
    nameStudy(*questionnaire, *study, form, source);
    reportTop(*questionnaire, source);
    const QString language = FhirSource::text(*questionnaire, "language");
    FhirItems(source, *questionnaire, language, *study, form).read(*questionnaire);
    if (study->items.empty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The Questionnaire asks nothing."));
    if (!language.isEmpty())
        study->languages.append(language);
    study->languages += source.languages();
    EventDef event;
    event.oid = u"EV.ALL"_s;
    event.name = u"Forms"_s;
    event.type = EventType::Common;
    event.forms.push_back({form.oid, false, {}});
    study->events.push_back(std::move(event));
    study->forms.push_back(std::move(form));
    return StudyFile{std::move(study), std::move(report)};
}

} // namespace sitebook
