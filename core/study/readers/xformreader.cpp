// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformreader.h"

#include "core/study/codeset.h"
#include "core/study/xpathlexer.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

const QSet<QString>& controls()
{
    static const QSet<QString> all{u"input"_s,   u"secret"_s, u"select"_s, u"select1"_s, u"upload"_s,
                                   u"trigger"_s, u"range"_s,  u"rank"_s,   u"textarea"_s};
    return all;
}

// What the expression says when it is a text or a number and nothing else.
std::optional<QString> literalOf(const QString& expression)
{
    const auto tokens = tokeniseXpath(expression);
    if (expression.trimmed().isEmpty())
        return QString();
    if (!tokens || tokens->size() != 2)
        return std::nullopt;
    const XpathToken& token = tokens->front();
    const bool plain = token.kind == XpathToken::Kind::Text || token.kind == XpathToken::Kind::Number;
    return plain ? std::optional(token.text) : std::nullopt;
}

} // namespace

bool XformReader::claims(const DialectProbe& probe)
{
    return probe.rootName == "html"_L1 && (probe.head.contains("http://www.w3.org/2002/xforms") ||
                                           probe.head.contains("<model") || probe.head.contains(":model"));
}

Result<StudyFile> XformReader::read(const QByteArray& document)
{
    XmlCursor cursor(document);
    (void)cursor.nextChild();
    const XmlElement html = cursor.takeTree();
    SB_TRY(cursor.finish());
    FidelityReport report;
    report.dialect = u"XForm"_s;
    return readTree(html, std::move(report));
}

Result<StudyFile> XformReader::readTree(const XmlElement& html, FidelityReport report)
{
    return XformReader(std::move(report)).readForm(html);
}

void XformReader::approximated(const QString& element, const QString& place, const QString& note)
{
    m_report.approximated.push_back({element, place, note});
}

void XformReader::dropped(const QString& element, const QString& place, const QString& note)
{
    m_report.dropped.push_back({element, place, note});
}

Result<StudyFile> XformReader::readForm(const XmlElement& html)
{
    const auto nothing = [](const QString& place) {
        return fail(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("messages", "The file is no XForm: it has no model with an instance, or no body."),
            place);
    };
    const XmlElement* head = html.child("head"_L1);
    const XmlElement* body = html.child("body"_L1);
    const XmlElement* model = head != nullptr ? head->child("model"_L1) : nullptr;
    if (model == nullptr || body == nullptr)
        return nothing(html.place);
    if (const XmlElement* title = head->child("title"_L1)) {
        m_form.name = title->text.trimmed();
        ++m_report.mapped;
    }
    readModel(*model);
    if (m_nodes.root().isEmpty())
        return nothing(model->place);
    readSetValues(*model, m_nodes.root());
    readSetValues(*body, m_nodes.root());
    if (m_form.name.isEmpty())
        m_form.name = m_form.oid;
    m_form.description.set({}, m_form.name);
    const XformPlace root{m_nodes.root(), m_nodes.root(), {}, body->place, {}, {}, {}, 0};
    readBody(*body, root);
    addHidden(root);
    if (m_study.items.empty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The form asks nothing."), body->place);
    m_binds.report(m_nodes, m_controlled);
    m_answers.reportUnused();
    return finished();
}

StudyFile XformReader::finished()
{
    m_rules.setAsideRowRules(m_sections.repeats());
    m_study.studyName = m_form.name;
    m_study.protocolName = m_form.name;
    m_study.studyOid = m_form.oid;
    m_study.languages = m_texts.languages();
    EventDef event;
    event.oid = u"EV.ALL"_s;
    event.name = u"Forms"_s;
    event.type = EventType::Common;
    event.forms.push_back({m_form.oid, false, {}});
    m_study.events.push_back(std::move(event));
    m_study.forms.push_back(std::move(m_form));
    const auto study = std::make_shared<StudyDefinition>(std::move(m_study));
    m_rules.report(study, m_nodes);
    return StudyFile{study, std::move(m_report)};
}

void XformReader::readModel(const XmlElement& model)
{
    for (const XmlElement& each : model.children) {
        if (each.is("itext"_L1))
            m_texts.readItext(each);
        else if (each.is("instance"_L1))
            readInstance(each);
    }
    for (const XmlElement& each : model.children) {
        if (each.is("bind"_L1))
            m_binds.read(each, m_nodes.root());
        else if (each.is("submission"_L1))
            dropped(each.name, each.place, u"How and where the form is sent is not for the form to say here."_s);
        else if (!each.is("itext"_L1) && !each.is("instance"_L1) && !each.is("setvalue"_L1))
            dropped(each.name, each.place, u"It has no use here."_s);
    }
}

void XformReader::readInstance(const XmlElement& instance)
{
    ++m_report.mapped;
    const QString id = instance.attribute("id"_L1);
    const QString source = instance.attribute("src"_L1);
    if (!source.isEmpty())
        dropped(u"instance "_s + id, instance.place, u"What it holds lies outside the file: %1"_s.arg(source));
    if (!m_nodes.root().isEmpty() || instance.children.empty() || !source.isEmpty()) {
        m_instances.insert(id, &instance);
        return;
    }
    const XmlElement& root = instance.children.front();
    m_nodes.read(root);
    m_form.oid = root.attribute("id"_L1).isEmpty() ? root.name : root.attribute("id"_L1);
    QString version = root.attribute("version"_L1);
    if (version.isEmpty())
        version = root.attribute("orx:version"_L1);
    m_study.versionOid = version.isEmpty() ? u"1"_s : version;
    m_study.versionName = m_study.versionOid;
    m_report.version = version;
}

void XformReader::readSetValues(const XmlElement& holder, const QString& context)
{
    for (const XmlElement& each : holder.children) {
        if (each.is("setvalue"_L1)) {
            readSetValue(each, context);
        } else if (each.is("group"_L1) || each.is("repeat"_L1) || controls().contains(each.name)) {
            const QString path = pathOf(each, context);
            readSetValues(each, path.isEmpty() ? context : path);
        }
    }
}

// What a form sets when it is first opened, where that is always the same, is what the field holds at first.
void XformReader::readSetValue(const XmlElement& element, const QString& context)
{
    const QString path = pathOf(element, context);
    const QString event = element.attribute("event"_L1);
    const QString value = element.attribute("value"_L1).trimmed();
    const std::optional<QString> literal =
        element.attributes.hasAttribute(u"value"_s) ? literalOf(value) : std::optional(element.text.trimmed());
    const bool first = event.contains(u"first-load") || event.contains(u"xforms-ready") ||
                       event.contains(u"new-repeat") || event.contains(u"jr-insert");
    if (first && literal && m_nodes.has(path)) {
        m_nodes.setInitial(path, *literal);
        ++m_report.mapped;
        return;
    }
    m_set.insert(path);
    dropped(u"setvalue "_s + path, element.place,
            u"It is not set to %1 when %2 happens: type it."_s.arg(literal ? *literal : value, event));
}

QString XformReader::pathOf(const XmlElement& control, const QString& context) const
{
    for (const QLatin1String name : {"ref"_L1, "nodeset"_L1})
        if (const QString path = control.attribute(name).trimmed(); !path.isEmpty())
            return withAbsolutePaths(path, context);
    return m_binds.pathOf(control.attribute("bind"_L1).trimmed());
}

void XformReader::readBody(const XmlElement& holder, const XformPlace& place)
{
    for (const XmlElement& each : holder.children) {
        if (controls().contains(each.name))
            readControl(each, place);
        else if (each.is("group"_L1) || each.is("repeat"_L1))
            readBody(each, m_sections.enter(each, pathOf(each, place.path), place));
        else if (!each.is("label"_L1) && !each.is("hint"_L1) && !each.is("setvalue"_L1))
            dropped(each.name, each.place, u"It has no use here."_s);
    }
}

void XformReader::readControl(const XmlElement& control, const XformPlace& place)
{
    const QString path = pathOf(control, place.path);
    if (path.isEmpty() || m_controlled.contains(path)) {
        dropped(control.name + u' ' + path, control.place,
                path.isEmpty() ? u"It names no node."_s : u"A second control of the same node."_s);
        return;
    }
    if (!m_nodes.has(path))
        approximated(control.name + u' ' + path, control.place,
                     u"The form has no such node; it is asked all the same."_s);
    m_controlled.insert(path);
    const XformBind bind = m_binds.of(path);
    ItemDef item;
    item.oid = path;
    item.name = path.section(u'/', -1);
    ItemRef ref;
    ref.itemOid = path;
    ++m_report.mapped;
    readWords(control, item);
    if (std::optional<CodeList> choices = m_answers.fill(control, bind.type, item))
        m_study.codeLists.push_back(*std::move(choices));
    item.initial = m_nodes.initial(path);
    if (item.multiple)
        item.initial = codeset::join(item.initial.split(u' ', Qt::SkipEmptyParts));
    ref.collectionExceptionConditionOid = m_rules.relevance(path, m_binds.relevanceOf(path, place.held),
                                                            bind.place.isEmpty() ? control.place : bind.place);
    settle(control, bind, item);
    m_rules.apply(path, bind, item, ref, m_texts);
    m_sections.add(place, std::move(item), std::move(ref));
}

// Its question, and below it what else it tells the person.
void XformReader::readWords(const XmlElement& control, ItemDef& item)
{
    static const QSet<QString> ofAnswers{u"item"_s, u"itemset"_s, u"setvalue"_s};
    for (const XmlElement& each : control.children) {
        if (each.is("label"_L1))
            item.question = m_texts.of(each);
        else if (each.is("hint"_L1) || each.is("help"_L1))
            XformTexts::append(item.hint, m_texts.of(each));
        else if (!ofAnswers.contains(each.name))
            dropped(each.name + u" of "_s + item.oid, each.place, u"It has no use here."_s);
    }
    for (const XmlElement& each : control.children)
        if (each.is("label"_L1) || each.is("hint"_L1))
            XformTexts::append(item.hint, m_texts.guidanceOf(each));
}

// Whether it can be typed, and whether it is a question at all.
void XformReader::settle(const XmlElement& control, const XformBind& bind, ItemDef& item)
{
    item.readOnly = m_binds.isReadOnly(item.oid);
    const bool filled = !bind.preload.isEmpty() || m_set.contains(item.oid);
    if (!bind.preload.isEmpty())
        approximated(u"jr:preload of "_s + item.oid, bind.place, u"Nothing fills it in here: it is typed."_s);
    if (filled)
        item.readOnly = false;
    const bool note = item.readOnly && control.is("input"_L1) && item.dataType == DataType::Text &&
                      item.control == Control::Line && bind.calculate.isEmpty() && item.initial.isEmpty();
    if (note) {
        item.control = Control::Display;
        item.readOnly = false;
    }
}

// Nodes without a control: what is computed counts for others; what the phone fills in has no use here.
void XformReader::addHidden(const XformPlace& root)
{
    for (const QString& path : m_nodes.leaves()) {
        if (m_controlled.contains(path))
            continue;
        XformBind bind = m_binds.of(path);
        if (bind.place.isEmpty())
            bind.place = m_nodes.place(path);
        if (m_nodes.isMeta(path) || !bind.preload.isEmpty())
            dropped(path, bind.place, u"About the device and the sending, which the audit trail holds."_s);
        else if (bind.calculate.isEmpty() && m_nodes.initial(path).isEmpty())
            dropped(path, bind.place, u"Nothing asks for it and nothing computes it."_s);
        else
            addComputed(path, bind, root);
    }
}

void XformReader::addComputed(const QString& path, const XformBind& bind, const XformPlace& root)
{
    ItemDef item;
    item.oid = path;
    item.name = path.section(u'/', -1);
    item.hidden = true;
    item.dataType = XformAnswers::dataTypeOf(bind.type);
    item.readOnly = m_binds.isReadOnly(path);
    item.initial = m_nodes.initial(path);
    ItemRef ref;
    ref.itemOid = path;
    ref.collectionExceptionConditionOid = m_rules.relevance(path, m_binds.relevanceOf(path, {}), bind.place);
    m_rules.apply(path, bind, item, ref, m_texts);
    m_sections.addHidden(root, std::move(item), std::move(ref));
}

} // namespace sitebook
