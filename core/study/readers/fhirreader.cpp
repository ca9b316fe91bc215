// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirreader.h"

#include "core/study/readers/fhirheader.h"
#include "core/study/readers/fhiritems.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

constexpr int depthLimit = 160; // an item in an item is two levels

QByteArrayView withoutMark(const QByteArray& document)
{
    return document.startsWith("\xEF\xBB\xBF") ? QByteArrayView(document).sliced(3) : QByteArrayView(document);
}

// A Questionnaire in a file, and where it lies there.
struct Found
{
    const json::Value* questionnaire = nullptr;
    const json::Value* bundle = nullptr;
    QString path;
};

bool isQuestionnaire(const json::Value& resource)
{
    return FhirSource::text(resource, "resourceType") == "Questionnaire"_L1;
}

Found questionnaireIn(const json::Value& root)
{
    if (isQuestionnaire(root))
        return {&root, nullptr, {}};
    const bool bundle = FhirSource::text(root, "resourceType") == "Bundle"_L1;
    size_t index = 0;
    for (const json::Value* entry : FhirSource::list(root, bundle ? "entry" : "contained")) {
        const json::Value* inside = bundle ? json::find(*entry, "resource") : entry;
        const QString place = FhirSource::numbered({}, bundle ? u"entry"_s : u"contained"_s, index++);
        if (inside != nullptr && isQuestionnaire(*inside))
            return {inside, bundle ? &root : nullptr, bundle ? QString(place + u".resource"_s) : place};
    }
    return {};
}

// What lies beside the Questionnaire. Value sets may have been used by it.
void reportRest(const json::Value& root, const Found& found, FidelityReport& report)
{
    if (found.path.isEmpty())
        return;
    const QString type = FhirSource::text(root, "resourceType");
    if (found.bundle == nullptr)
        report.dropped.push_back({type, {}, u"Of the resource the Questionnaire in it is read."_s});
    size_t index = 0;
    for (const json::Value* entry : FhirSource::list(root, found.bundle != nullptr ? "entry" : "contained")) {
        const json::Value* inside = found.bundle != nullptr ? json::find(*entry, "resource") : entry;
        const QString place = FhirSource::numbered({}, found.bundle != nullptr ? u"entry"_s : u"contained"_s, index++);
        if (inside == found.questionnaire)
            continue;
        const QString name = inside != nullptr ? FhirSource::text(*inside, "resourceType") : QString();
        const bool vocabulary = name == "ValueSet"_L1 || name == "CodeSystem"_L1;
        if (vocabulary)
            report.approximated.push_back({name, place, u"It is read as far as the Questionnaire names it."_s});
        else
            report.dropped.push_back(
                {name, place, u"The first Questionnaire of the file is read, nothing beside it."_s});
    }
}

bool isEmpty(const json::Value& value)
{
    return value.IsNull() || (value.IsArray() && value.Empty());
}

QString urlIn(const json::Value& modifier)
{
    const json::Value& first = modifier.IsArray() ? modifier[0] : modifier;
    return FhirSource::text(first, "url");
}

// The first modifierExtension anywhere, as its url with its path; the depth of the document is bounded.
std::optional<std::pair<QString, QString>> modifierIn(const json::Value& value, const QString& path)
{
    if (value.IsArray()) {
        for (rapidjson::SizeType i = 0; i < value.Size(); ++i)
            if (auto found = modifierIn(value[i], path + u"[%1]"_s.arg(i)))
                return found;
    } else if (value.IsObject()) {
        for (const auto& [name, member] : value.GetObject()) {
            if (member.IsString() || member.IsBool())
                continue;
            const QString here = FhirSource::below(path, json::textOf(name));
            if (json::viewOf(name) == "modifierExtension" && !isEmpty(member))
                return std::pair(urlIn(member), here);
            if (auto found = modifierIn(member, here))
                return found;
        }
    }
    return std::nullopt;
}

tl::unexpected<Error> noQuestionnaire(const json::Value& root)
{
    const QString type = FhirSource::text(root, "resourceType");
    if (type.isEmpty())
        return fail(ErrorCode::Unsupported,
                    QT_TRANSLATE_NOOP("messages", "The file is JSON and holds no FHIR Questionnaire. Choose a study "
                                                  "definition."));
    return fail(ErrorCode::Invalid,
                Message(QT_TRANSLATE_NOOP("messages",
                                          "The file holds a FHIR %1 and no Questionnaire. Choose the Questionnaire."),
                        {type}));
}

tl::unexpected<Error> modified(const QString& url, const QString& path)
{
    return fail(ErrorCode::Unsupported,
                Message(QT_TRANSLATE_NOOP("messages",
                                          "The form must not be used: the extension %1 at %2 changes its meaning and "
                                          "is not known here."),
                        {url, path}),
                path);
}

EventDef commonEvent(const FormDef& form)
{
    EventDef event;
    event.oid = u"EV.ALL"_s;
    event.name = u"Forms"_s;
    event.type = EventType::Common;
    event.forms.push_back({form.oid, false, {}});
    return event;
}

StudyFile studyOf(const json::Value& root, const Found& found)
{
    auto study = std::make_shared<StudyDefinition>();
    FidelityReport report;
    report.dialect = u"FHIR Questionnaire"_s;
    report.version = FhirSource::text(*found.questionnaire, "version");
    const QString language = FhirSource::text(*found.questionnaire, "language");
    FhirSource source(report, found.path, language);
    FhirValueSets sets(source, *found.questionnaire, found.bundle);
    FormDef form;
    FhirHeader(source, *study, form).read(*found.questionnaire);
    FhirItems(source, sets, *study, form).read(*found.questionnaire);
    sets.reportUnused(*found.questionnaire);
    reportRest(root, found, report);
    if (!language.isEmpty())
        study->languages.append(language);
    study->languages += source.languages();
    study->events.push_back(commonEvent(form));
    study->forms.push_back(std::move(form));
    return {std::move(study), std::move(report)};
}

} // namespace

bool FhirReader::claims(const DialectProbe& probe)
{
    const QByteArray head = withoutMark(probe.head).trimmed().toByteArray();
    return head.startsWith('{') || head.startsWith('[');
}

Result<StudyFile> FhirReader::read(const QByteArray& document)
{
    json::Document root;
    const QByteArrayView text = withoutMark(document);
    if (auto read = json::readExact({text.data(), static_cast<size_t>(text.size())}, root, depthLimit); !read)
        return fail(ErrorCode::Unreadable, read.error().message, read.error().where);
    const Found found = questionnaireIn(root);
    if (found.questionnaire == nullptr)
        return noQuestionnaire(root);
    if (const auto modifier = modifierIn(*found.questionnaire, found.path))
        return modified(modifier->first, modifier->second);
    StudyFile file = studyOf(root, found);
    if (file.study->items.empty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The Questionnaire asks nothing."));
    return file;
}

} // namespace sitebook
