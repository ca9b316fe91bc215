// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xlsformnames.h"

#include <QRegularExpression>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

using Kind = XlsformType::Kind;

constexpr qsizetype deepest = 50;

const QRegularExpression& reference()
{
    static const QRegularExpression shape(u"\\$\\{\\s*([^{}#]+?)\\s*\\}"_s);
    return shape;
}

} // namespace

Result<XlsformNames> XlsformNames::read(const XlsformSheet& survey, const QString& root, FidelityReport& report)
{
    XlsformNames names(report);
    names.m_root = root;
    for (size_t row = 1; row < survey.size(); ++row) {
        if (survey.isBlank(row))
            continue;
        const QString disabled = survey.cell(row, "disabled"_L1).toLower();
        if (!disabled.isEmpty() && disabled != "no"_L1 && disabled != "false"_L1) {
            report.dropped.push_back({u"row"_s, survey.place(row), u"It is disabled."_s});
        } else if (survey.cell(row, "type"_L1).isEmpty()) {
            report.dropped.push_back({u"row"_s, survey.place(row), u"It has no type."_s});
        } else {
            SB_TRY(names.add(survey, row));
        }
    }
    if (!names.m_open.isEmpty())
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "The group %1 does not end. Add its row \"end group\" or "
                                                          "\"end repeat\"."),
                            {names.m_open.last().section(u'/', -1)}),
                    survey.name());
    return names;
}

Result<> XlsformNames::add(const XlsformSheet& survey, size_t row)
{
    const XlsformType type = XlsformType::of(survey.cell(row, "type"_L1));
    if (type.kind == Kind::End) {
        if (m_open.isEmpty())
            return fail(ErrorCode::Invalid,
                        QT_TRANSLATE_NOOP("messages", "A group ends here that did not begin. Take the row out."),
                        survey.place(row));
        m_open.removeLast();
        m_rows.push_back({row, type, {}, {}});
        return {};
    }
    SB_TRY_ASSIGN(const QString name, nameOf(survey, row, type));
    const QString path = m_open.value(m_open.size() - 1, m_root) + u'/' + name;
    if (m_taken.contains(path))
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "There is a question or group of the name %1 already. Give "
                                                          "this one another name."),
                            {name}),
                    survey.place(row));
    m_taken.insert(path);
    if (!m_paths.contains(name))
        m_paths.insert(name, path);
    m_rows.push_back({row, type, name, path});
    if (type.kind != Kind::BeginGroup && type.kind != Kind::BeginRepeat)
        return {};
    m_open.append(path);
    if (m_open.size() > deepest)
        return fail(ErrorCode::Invalid, QT_TRANSLATE_NOOP("messages", "The groups are nested too deeply."),
                    survey.place(row));
    return {};
}

// A note and a group need no name of their own.
Result<QString> XlsformNames::nameOf(const XlsformSheet& survey, size_t row, const XlsformType& type)
{
    static const QRegularExpression shape(u"\\A[\\p{L}_][\\w\\p{M}.-]*\\z"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    const QString name = survey.cell(row, "name"_L1);
    const bool optional = type.note || type.kind == Kind::BeginGroup || type.kind == Kind::BeginRepeat;
    if (name.isEmpty() && optional)
        return u"row_%1"_s.arg(row + 1);
    if (name.isEmpty() && survey.cell(row, "type"_L1) == "audit"_L1)
        return u"audit"_s;
    if (!shape.match(name).hasMatch())
        return fail(ErrorCode::Invalid,
                    Message(QT_TRANSLATE_NOOP("messages", "\"%1\" is no name of a question: a letter, then letters, "
                                                          "digits, dots and low lines."),
                            {name}),
                    survey.place(row));
    return name;
}

// A name that nobody has stays a path that leads nowhere, so that the rule is reported.
QString XlsformNames::pathOf(const QString& name) const
{
    return m_paths.value(name, m_root + u'/' + name);
}

QString XlsformNames::expression(const QString& text) const
{
    QString whole;
    qsizetype at = 0;
    for (QRegularExpressionMatchIterator each = reference().globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        whole += QStringView(text).sliced(at, match.capturedStart() - at) + pathOf(match.captured(1));
        at = match.capturedEnd();
    }
    return whole + text.sliced(at);
}

XmlElement XlsformNames::words(const QString& element, const QString& text, const QString& place) const
{
    XmlElement made{element, {}, place, {}, {}, 0, {}};
    qsizetype at = 0;
    for (QRegularExpressionMatchIterator each = reference().globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        made.text += QStringView(text).sliced(at, match.capturedStart() - at);
        XmlElement output{u"output"_s, {}, place, {}, {}, made.text.size(), {}};
        output.attributes.append(u"value"_s, pathOf(match.captured(1)));
        made.children.push_back(std::move(output));
        at = match.capturedEnd();
    }
    made.text += QStringView(text).sliced(at);
    return made;
}

} // namespace sitebook
