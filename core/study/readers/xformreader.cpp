// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xformreader.h"

#include "core/study/codeset.h"
#include "core/study/dialects.h"
#include "core/study/readers/xformanswers.h"
#include "core/study/xpathlexer.h"

#include <QSet>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

bool isTrue(const QString& expression)
{
    return expression.trimmed() == "true()"_L1;
}

bool isFalse(const QString& expression)
{
    return expression.trimmed().isEmpty() || expression.trimmed() == "false()"_L1;
}

QString both(const QString& one, const QString& other)
{
    if (one.isEmpty() || other.isEmpty() || one == other)
        return one.isEmpty() ? other : one;
    return u'(' + one + u") and ("_s + other + u')';
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
    return XformReader().readForm(html);
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
    m_report.dialect = u"XForm"_s;
    if (const XmlElement* title = head->child("title"_L1)) {
        m_form.name = title->text.trimmed();
        ++m_report.mapped;
    }
    readModel(*model);
    if (m_root.isEmpty())
        return nothing(model->place);
    if (m_form.name.isEmpty())
        m_form.name = m_form.oid;
    m_form.description.set({}, m_form.name);
    readBody(*body, {m_root, {}, 0, false});
    addHidden();
    if (m_study.items.empty())
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The form asks nothing."), body->place);
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
    return StudyFile{std::make_shared<StudyDefinition>(std::move(m_study)), std::move(m_report)};
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
            readBind(each);
        else if (!each.is("itext"_L1) && !each.is("instance"_L1))
            dropped(each.name, each.place, u"How and where the form is sent is not for the form to say here."_s);
    }
}

void XformReader::readInstance(const XmlElement& instance)
{
    ++m_report.mapped;
    const QString id = instance.attribute("id"_L1);
    if (!m_root.isEmpty() || instance.children.empty()) {
        m_instances.insert(id, &instance);
        return;
    }
    const XmlElement& root = instance.children.front();
    m_root = u'/' + root.name;
    m_form.oid = root.attribute("id"_L1).isEmpty() ? root.name : root.attribute("id"_L1);
    QString version = root.attribute("version"_L1);
    if (version.isEmpty())
        version = root.attribute("orx:version"_L1);
    m_study.versionOid = version.isEmpty() ? u"1"_s : version;
    m_study.versionName = m_study.versionOid;
    m_report.version = version;
    for (const XmlElement& child : root.children)
        learnNodes(child, m_root);
}

void XformReader::learnNodes(const XmlElement& node, const QString& path)
{
    const QString here = path + u'/' + node.name;
    if (!node.attribute("jr:template"_L1).isNull() && m_leaves.contains(here))
        return;
    for (const XmlElement& child : node.children)
        learnNodes(child, here);
    if (!node.children.empty())
        return;
    if (!m_leaves.contains(here))
        m_leaves.append(here);
    if (!node.text.trimmed().isEmpty())
        m_defaults.insert(here, node.text.trimmed());
}

void XformReader::readBind(const XmlElement& element)
{
    Bind bind;
    // A bind without a slash in front is seen from the form's first node.
    const QString nodeset = element.attribute("nodeset"_L1).trimmed();
    const QString path = nodeset.startsWith(u'/') ? nodeset : withAbsolutePaths(nodeset, m_root);
    const auto take = [&](QLatin1String name) {
        const QString value = element.attribute(name).trimmed();
        if (!value.isEmpty())
            ++m_report.mapped;
        return value;
    };
    bind.place = element.place;
    bind.type = take("type"_L1).section(u':', -1);
    const auto expression = [&](QLatin1String name) { return withAbsolutePaths(take(name), path); };
    bind.relevant = expression("relevant"_L1);
    bind.required = expression("required"_L1);
    bind.constraint = expression("constraint"_L1);
    bind.calculate = expression("calculate"_L1);
    bind.readOnly = expression("readonly"_L1);
    bind.message = take("jr:constraintMsg"_L1);
    bind.preload = element.attribute("jr:preload"_L1);
    static const QSet<QString> known{u"nodeset"_s,    u"type"_s,      u"relevant"_s, u"required"_s,
                                     u"constraint"_s, u"calculate"_s, u"readonly"_s, u"jr:constraintMsg"_s,
                                     u"jr:preload"_s};
    for (const QXmlStreamAttribute& attribute : element.attributes)
        if (!known.contains(attribute.qualifiedName().toString()))
            dropped(u"bind "_s + path + u" @"_s + attribute.qualifiedName().toString(), element.place,
                    u"It has no use here."_s);
    m_binds.insert(path, bind);
    ++m_report.mapped;
}

QString XformReader::pathOf(const XmlElement& control, const Place& place) const
{
    QString path = control.attribute("ref"_L1).trimmed();
    if (path.isEmpty())
        path = control.attribute("nodeset"_L1).trimmed();
    if (path.isEmpty() && !control.attribute("bind"_L1).isEmpty())
        path = control.attribute("bind"_L1).trimmed();
    return path.startsWith(u'/') || path.isEmpty() ? path : withAbsolutePaths(path, place.group);
}

void XformReader::readBody(const XmlElement& holder, const Place& place)
{
    static const QSet<QString> controls{u"input"_s,   u"secret"_s, u"select"_s, u"select1"_s, u"upload"_s,
                                        u"trigger"_s, u"range"_s,  u"rank"_s,   u"textarea"_s};
    for (const XmlElement& each : holder.children) {
        if (controls.contains(each.name))
            readControl(each, place);
        else if (each.is("group"_L1) || each.is("repeat"_L1))
            readGroup(each, place);
        else if (!each.is("label"_L1) && !each.is("hint"_L1))
            dropped(each.name, each.place, u"It has no use here."_s);
    }
}

void XformReader::readGroup(const XmlElement& group, const Place& place)
{
    const QString path = pathOf(group, place);
    const bool repeat = group.is("repeat"_L1);
    Place inside = place;
    if (!path.isEmpty())
        inside.group = path;
    inside.level = place.level + 1;
    inside.relevant = both(place.relevant, inherited(path, m_binds.value(path).relevant, place.paths));
    for (QString each = path; each.count(u'/') > 1; each = each.section(u'/', 0, -2))
        inside.paths.append(each);
    ++m_report.mapped;
    // A group that only holds a repeat is its title.
    const XmlElement* inner = repeat ? nullptr : group.child("repeat"_L1);
    ItemGroupDef section;
    section.oid = path.isEmpty() ? place.group + u".%1"_s.arg(m_form.groups.size() + 1) : path;
    section.name = section.oid.section(u'/', -1);
    section.level = place.level;
    if (const XmlElement* label = group.child("label"_L1))
        section.description = m_texts.of(*label);
    section.repeating = repeat && !place.repeating;
    if (repeat && place.repeating)
        approximated(u"repeat "_s + path, group.place, u"A repeat inside another one is asked once."_s);
    inside.repeating = place.repeating || repeat;
    const QString count = group.attribute("jr:count"_L1);
    if (bool fixed = false; !count.isEmpty()) {
        section.maxRepeats = count.trimmed().toInt(&fixed);
        if (!fixed)
            approximated(u"jr:count "_s + path, group.place, u"The person decides how often it is asked."_s);
    }
    const QString appearance = group.attribute("appearance"_L1);
    if (!appearance.isEmpty())
        approximated(u"appearance "_s + appearance, group.place, u"The form's own layout is used."_s);
    const bool known = m_study.group(section.oid) != nullptr;
    if (inner == nullptr || inner != &group.children.back() || group.children.size() > 2) {
        if (known)
            section.oid += u".%1"_s.arg(m_form.groups.size() + 1);
        m_form.groups.push_back(
            {section.oid, false, condition(section.oid, inside.relevant, dialect::xformsRelevant, group.place)});
        m_study.groups.push_back(section);
    }
    readBody(group, inside);
    if (inner != nullptr && !section.description.isEmpty())
        for (ItemGroupDef& each : m_study.groups)
            if (each.oid == pathOf(*inner, inside) && each.description.isEmpty())
                each.description = section.description;
}

// The last section where it is that of the place; else one that goes on behind a nested group.
ItemGroupDef& XformReader::sectionFor(const Place& place)
{
    if (!m_study.groups.empty()) {
        ItemGroupDef& last = m_study.groups.back();
        if (last.oid == place.group || last.oid.startsWith(place.group + u'.'))
            return last;
    }
    ItemGroupDef group;
    group.oid = place.group + u".%1"_s.arg(m_form.groups.size() + 1);
    group.name = place.group.section(u'/', -1);
    group.level = std::max(0, place.level - 1);
    m_form.groups.push_back({group.oid, false, condition(group.oid, place.relevant, dialect::xformsRelevant, {})});
    m_study.groups.push_back(std::move(group));
    return m_study.groups.back();
}

// A condition of that text; reported when it cannot be run. Empty for none.
QString XformReader::condition(const QString& oid, const QString& text, const QString& language, const QString& place)
{
    if (text.isEmpty())
        return {};
    ConditionDef made;
    made.oid = oid + (language == dialect::xformsRelevant ? u".relevant"_s : u".required"_s);
    made.name = oid;
    made.description.set({}, oid);
    made.expressions.push_back({language, text});
    if (const auto parsed = parseFormal(made.expressions); !parsed)
        approximated(made.oid, place, u"It cannot be run here (%1): check by hand."_s.arg(parsed.error().english()));
    m_study.conditions.push_back(made);
    return made.oid;
}

// The relevance of a node is its own and that of all nodes around it, but for those its section holds already.
QString XformReader::inherited(const QString& path, const QString& own, const QStringList& held) const
{
    QString all = held.contains(path) ? QString() : own;
    for (QString each = path.section(u'/', 0, -2); each.count(u'/') > 1; each = each.section(u'/', 0, -2))
        if (!held.contains(each))
            all = both(m_binds.value(each).relevant, all);
    return all;
}

void XformReader::readControl(const XmlElement& control, const Place& place)
{
    const QString path = pathOf(control, place);
    if (path.isEmpty() || m_controlled.contains(path)) {
        dropped(control.name + u' ' + path, control.place,
                path.isEmpty() ? u"It names no node."_s : u"A second control of the same node."_s);
        return;
    }
    m_controlled.insert(path);
    Bind bind = m_binds.value(path);
    bind.relevant = inherited(path, bind.relevant, place.paths);
    ItemDef item;
    item.oid = path;
    item.name = path.section(u'/', -1);
    ItemRef ref;
    ref.itemOid = path;
    ++m_report.mapped;
    if (const XmlElement* label = control.child("label"_L1)) {
        item.question = m_texts.of(*label);
        item.hint = m_texts.guidanceOf(*label);
    }
    if (const XmlElement* hint = control.child("hint"_L1))
        item.hint = m_texts.of(*hint);
    XformAnswers answers(m_report, m_texts, m_instances);
    if (std::optional<CodeList> choices = answers.fill(control, bind.type, item))
        m_study.codeLists.push_back(*std::move(choices));
    item.initial = m_defaults.value(path);
    if (item.multiple)
        item.initial = codeset::join(item.initial.split(u' ', Qt::SkipEmptyParts));
    setRules(path, bind, item, ref);
    sectionFor(place).items.push_back(std::move(ref));
    m_study.items.push_back(std::move(item));
}

void XformReader::setRules(const QString& path, const Bind& bind, ItemDef& item, ItemRef& ref)
{
    ref.mandatory = isTrue(bind.required);
    if (!isTrue(bind.required) && !isFalse(bind.required))
        ref.mandatoryConditionOid = condition(path, bind.required, dialect::xforms, bind.place);
    ref.collectionExceptionConditionOid = condition(path, bind.relevant, dialect::xformsRelevant, bind.place);
    item.readOnly = isTrue(bind.readOnly);
    if (!isTrue(bind.readOnly) && !isFalse(bind.readOnly))
        approximated(u"readonly of "_s + path, bind.place, u"The field can always be changed."_s);
    if (!bind.constraint.isEmpty()) {
        RangeCheck check;
        check.expressions.push_back({dialect::xforms, bind.constraint});
        check.errorMessage = m_texts.ofReference(bind.message);
        if (const auto parsed = parseFormal(check.expressions); !parsed)
            approximated(u"constraint of "_s + path, bind.place,
                         u"It cannot be run here (%1): check by hand."_s.arg(parsed.error().english()));
        item.rangeChecks.push_back(std::move(check));
    }
    if (!bind.calculate.isEmpty()) {
        MethodDef method;
        method.oid = path + u".calculate"_s;
        method.name = item.name;
        method.description.set({}, method.name);
        method.expressions.push_back({dialect::xforms, bind.calculate});
        if (const auto parsed = parseFormal(method.expressions); !parsed) {
            approximated(method.oid, bind.place,
                         u"It cannot be run here (%1): it is typed."_s.arg(parsed.error().english()));
            item.hidden = false;
            item.readOnly = false;
        }
        ref.methodOid = method.oid;
        m_study.methods.push_back(std::move(method));
    }
}

// Nodes without a control: what is computed counts for others; what the phone fills in has no use here.
void XformReader::addHidden()
{
    for (const QString& path : std::as_const(m_leaves)) {
        if (m_controlled.contains(path))
            continue;
        Bind bind = m_binds.value(path);
        bind.relevant = inherited(path, bind.relevant, {});
        const bool meta = path.section(u'/', -2, -2) == "meta"_L1 || path.endsWith(u"/instanceID");
        if (meta || !bind.preload.isEmpty()) {
            dropped(path, bind.place, u"About the device and the sending, which the audit trail holds."_s);
            continue;
        }
        if (bind.calculate.isEmpty() && m_defaults.value(path).isEmpty()) {
            dropped(path, bind.place, u"Nothing asks for it and nothing computes it."_s);
            continue;
        }
        ItemDef item;
        item.oid = path;
        item.name = path.section(u'/', -1);
        item.hidden = true;
        item.dataType = XformAnswers::dataTypeOf(bind.type);
        item.initial = m_defaults.value(path);
        ItemRef ref;
        ref.itemOid = path;
        setRules(path, bind, item, ref);
        sectionFor({m_root, {}, 0, false}).items.push_back(std::move(ref));
        m_study.items.push_back(std::move(item));
    }
}

} // namespace sitebook
