// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xlsformtree.h"

#include <QRegularExpression>
#include <QSet>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Kind = XlsformType::Kind;

// What a cell of a column for yes or no stands for; another expression stays as it is.
QString truth(const QString& cell)
{
    static const QSet<QString> yes{u"yes"_s, u"true"_s, u"true()"_s};
    static const QSet<QString> no{u"no"_s, u"false"_s, u"false()"_s};
    const QString word = cell.trimmed().toLower();
    return yes.contains(word) ? u"true()"_s : no.contains(word) ? u"false()"_s : cell;
}

// A default that is computed when the form is opened.
bool isDynamic(const QString& text)
{
    static const QRegularExpression call(u"\\A[\\w:-]+\\(.*\\)\\z"_s);
    return text.contains(u"${") || call.match(text.trimmed()).hasMatch();
}

void set(XmlElement& element, const QString& attribute, const QString& value)
{
    if (!value.isEmpty())
        element.attributes.append(attribute, value);
}

} // namespace

XlsformTree::XlsformTree(const XlsformSheet& survey, const XlsformSheet* choices, const XlsformSheet* settings,
                         const XlsformNames& names, FidelityReport& report)
    : m_survey(survey)
    , m_choices(choices)
    , m_settings(settings)
    , m_names(names)
    , m_report(report)
    , m_itext(names, settings != nullptr ? settings->cell(1, "default_language"_L1) : QString())
{
}

XmlElement XlsformTree::made(const QString& name, const QString& place)
{
    return {name, {}, place, {}, {}, 0, {}};
}

QString XlsformTree::cell(const Row& row, QLatin1String column) const
{
    return m_survey.cell(row.row, column);
}

QString XlsformTree::place(const Row& row) const
{
    return m_survey.place(row.row);
}

QString XlsformTree::rootOf(const XlsformSheet* settings)
{
    const QString name = settings != nullptr ? settings->cell(1, "name"_L1) : QString();
    return u'/' + (name.isEmpty() ? u"data"_s : name);
}

XmlElement XlsformTree::make()
{
    const QString place = m_survey.name();
    XmlElement root = made(rootOf(m_settings).mid(1), place);
    XmlElement body = made(u"body"_s, place);
    addRoot(root);
    readRows(root, body);
    if (m_choices != nullptr)
        m_lists.read(*m_choices, m_itext, m_report);
    XmlElement instance = made(u"instance"_s, place);
    instance.children.push_back(std::move(root));
    XmlElement model = made(u"model"_s, place);
    model.children.push_back(m_itext.takeItext());
    model.children.push_back(std::move(instance));
    for (XmlElement& each : m_lists.take())
        model.children.push_back(std::move(each));
    for (XmlElement& each : m_binds)
        model.children.push_back(std::move(each));
    XmlElement head = made(u"head"_s, place);
    if (const QString title = m_settings != nullptr ? m_settings->cell(1, "form_title"_L1) : QString();
        !title.isEmpty()) {
        head.children.push_back(made(u"title"_s, place));
        head.children.back().text = title;
    }
    head.children.push_back(std::move(model));
    XmlElement html = made(u"html"_s, place);
    html.children.push_back(std::move(head));
    html.children.push_back(std::move(body));
    return html;
}

void XlsformTree::addRoot(XmlElement& root)
{
    if (m_settings == nullptr)
        return;
    set(root, u"id"_s, m_settings->cell(1, "form_id"_L1));
    set(root, u"version"_s, m_settings->cell(1, "version"_L1));
    m_settings->reportOthers({u"form_id"_s, u"form_title"_s, u"version"_s, u"default_language"_s, u"name"_s}, m_report);
}

void XlsformTree::readRows(XmlElement& node, XmlElement& body)
{
    while (m_at < m_names.rows().size()) {
        const Row& row = m_names.rows()[m_at++];
        if (row.type.kind == Kind::End)
            return;
        if (row.type.kind == Kind::BeginGroup || row.type.kind == Kind::BeginRepeat)
            readGroup(row, node, body);
        else
            readQuestion(row, node, body);
    }
}

// As deep as the names allow.
void XlsformTree::readGroup(const Row& row, XmlElement& node, XmlElement& body)
{
    if (cell(row, "type"_L1).contains(u"loop", Qt::CaseInsensitive))
        m_report.approximated.push_back({u"loop "_s + row.path, place(row), u"What is in it is asked once."_s});
    addBind(row);
    XmlElement inner = made(row.name, place(row));
    XmlElement group = made(u"group"_s, place(row));
    set(group, u"ref"_s, row.path);
    addWords(row, group);
    if (row.type.kind == Kind::BeginRepeat) {
        inner.attributes.append(u"jr:template"_s, QString());
        XmlElement repeat = made(u"repeat"_s, place(row));
        set(repeat, u"nodeset"_s, row.path);
        set(repeat, u"jr:count"_s, m_names.expression(cell(row, "repeat_count"_L1)));
        set(repeat, u"appearance"_s, cell(row, "appearance"_L1));
        readRows(inner, repeat);
        group.children.push_back(std::move(repeat));
    } else {
        set(group, u"appearance"_s, cell(row, "appearance"_L1));
        readRows(inner, group);
    }
    node.children.push_back(std::move(inner));
    body.children.push_back(std::move(group));
}

void XlsformTree::readQuestion(const Row& row, XmlElement& node, XmlElement& body)
{
    node.children.push_back(nodeOf(row));
    addBind(row);
    if (row.type.kind == Kind::Computed || row.type.kind == Kind::Preload)
        return;
    if (row.type.kind == Kind::Unknown && cell(row, "type"_L1) == "audit"_L1) {
        m_report.dropped.push_back({u"audit"_s, place(row), u"The audit trail is kept anyway."_s});
        node.children.pop_back();
        m_binds.pop_back();
        return;
    }
    body.children.push_back(controlOf(row));
    if (row.type.orOther)
        addOther(row, node, body);
}

XmlElement XlsformTree::nodeOf(const Row& row)
{
    XmlElement node = made(row.name, place(row));
    const QString initial = cell(row, "default"_L1);
    if (!isDynamic(initial))
        node.text = initial;
    else
        addSetValue(row, u"odk-instance-first-load"_s, initial);
    return node;
}

void XlsformTree::addSetValue(const Row& row, const QString& event, const QString& value)
{
    XmlElement action = made(u"setvalue"_s, place(row));
    set(action, u"event"_s, event);
    set(action, u"ref"_s, row.path);
    set(action, u"value"_s, m_names.expression(value));
    m_binds.push_back(std::move(action));
}

void XlsformTree::addBind(const Row& row)
{
    XmlElement bind = made(u"bind"_s, place(row));
    const bool group = row.type.kind == Kind::BeginGroup || row.type.kind == Kind::BeginRepeat;
    const bool unknown = row.type.kind == Kind::Unknown;
    set(bind, u"nodeset"_s, row.path);
    set(bind, u"type"_s, group ? QString() : unknown ? cell(row, "type"_L1) : row.type.bind);
    if (row.type.control == "range"_L1 && cell(row, "parameters"_L1).contains(u'.'))
        bind.attributes.back() = QXmlStreamAttribute(u"type"_s, u"decimal"_s);
    const auto expression = [&](QLatin1String column) { return m_names.expression(cell(row, column)); };
    set(bind, u"relevant"_s, expression("relevant"_L1));
    set(bind, u"required"_s, m_names.expression(truth(cell(row, "required"_L1))));
    set(bind, u"constraint"_s, expression("constraint"_L1));
    set(bind, u"jr:constraintMsg"_s,
        m_itext.reference("constraint_message"_L1, m_survey, row.row, row.path + u":jr:constraintMsg"_s));
    set(bind, u"jr:requiredMsg"_s, cell(row, "required_message"_L1));
    set(bind, u"readonly"_s, row.type.note ? u"true()"_s : m_names.expression(truth(cell(row, "read_only"_L1))));
    const QString trigger = cell(row, "trigger"_L1);
    if (trigger.isEmpty())
        set(bind, u"calculate"_s, expression("calculation"_L1));
    else
        addSetValue(row, u"change of "_s + trigger, cell(row, "calculation"_L1));
    set(bind, u"jr:preload"_s, row.type.preload);
    set(bind, u"jr:preloadParams"_s, row.type.preloadOf);
    m_binds.push_back(std::move(bind));
}

void XlsformTree::addWords(const Row& row, XmlElement& element)
{
    for (const QString& each : {u"label"_s, u"hint"_s})
        if (std::optional<XmlElement> words = m_itext.element(each, m_survey, row.row, row.path + u':' + each))
            element.children.push_back(*std::move(words));
}

XmlElement XlsformTree::controlOf(const Row& row)
{
    XmlElement control = made(row.type.control.isEmpty() ? u"input"_s : row.type.control, place(row));
    set(control, u"ref"_s, row.path);
    set(control, u"appearance"_s, cell(row, "appearance"_L1));
    set(control, u"mediatype"_s, row.type.media);
    if (row.type.external)
        set(control, u"query"_s, row.type.list);
    for (const auto& [attribute, value] : m_survey.cells(row.row, "body"_L1))
        set(control, attribute, value);
    addWords(row, control);
    bool random = false;
    addParameters(row, control, random);
    if (!row.type.list.isEmpty() && !row.type.external)
        addItemset(row, control, random);
    return control;
}

// "start=1 end=10 step=0.5"
void XlsformTree::addParameters(const Row& row, XmlElement& control, bool& random) const
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    const QString cells = cell(row, "parameters"_L1).replace(QRegularExpression(u"\\s*=\\s*"_s), u"="_s);
    QHash<QString, QString> range;
    if (control.is("range"_L1))
        range = {{u"start"_s, u"1"_s}, {u"end"_s, u"10"_s}, {u"step"_s, u"1"_s}};
    for (const QString& each : cells.split(between, Qt::SkipEmptyParts)) {
        const QString name = each.section(u'=', 0, 0);
        const QString value = each.section(u'=', 1);
        if (range.contains(name))
            range.insert(name, value);
        else if (name == "randomize"_L1)
            random = value.compare(u"true", Qt::CaseInsensitive) == 0;
        else
            set(control, name, value);
    }
    for (const QString& name : {u"start"_s, u"end"_s, u"step"_s})
        set(control, name, range.value(name));
}

void XlsformTree::addItemset(const Row& row, XmlElement& control, bool random)
{
    const QString filter = m_names.expression(cell(row, "choice_filter"_L1));
    QString nodeset = row.type.list.startsWith(u"${") ? m_names.expression(row.type.list)
                                                      : u"instance('%1')/root/item"_s.arg(row.type.list);
    if (!filter.isEmpty())
        nodeset += u'[' + filter + u']';
    if (random)
        nodeset = u"randomize("_s + nodeset + u')';
    XmlElement itemset = made(u"itemset"_s, place(row));
    set(itemset, u"nodeset"_s, nodeset);
    for (const auto& [element, column] : {std::pair(u"value"_s, u"name"_s), std::pair(u"label"_s, u"label"_s)}) {
        itemset.children.push_back(made(element, place(row)));
        set(itemset.children.back(), u"ref"_s, column);
    }
    control.children.push_back(std::move(itemset));
    if (!row.type.file.isEmpty())
        m_lists.addOutside(row.type.list, row.type.file, place(row));
}

// "or_other": one more choice, and a question what it is.
void XlsformTree::addOther(const Row& row, XmlElement& node, XmlElement& body)
{
    XmlElement item = made(u"item"_s, place(row));
    for (const auto& [element, text] : {std::pair(u"value"_s, u"other"_s), std::pair(u"label"_s, u"Other"_s)}) {
        item.children.push_back(made(element, place(row)));
        item.children.back().text = text;
    }
    body.children.back().children.push_back(std::move(item));
    const QString path = row.path + u"_other"_s;
    node.children.push_back(made(row.name + u"_other"_s, place(row)));
    XmlElement bind = made(u"bind"_s, place(row));
    set(bind, u"nodeset"_s, path);
    set(bind, u"type"_s, u"string"_s);
    set(bind, u"relevant"_s, u"selected(%1, 'other')"_s.arg(row.path));
    m_binds.push_back(std::move(bind));
    XmlElement input = made(u"input"_s, place(row));
    set(input, u"ref"_s, path);
    input.children.push_back(made(u"label"_s, place(row)));
    input.children.back().text = u"Specify other."_s;
    body.children.push_back(std::move(input));
}

} // namespace sitebook
