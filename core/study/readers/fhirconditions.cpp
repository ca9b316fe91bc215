// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/fhirconditions.h"

#include "core/study/readers/fhiroptions.h"

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

QString bracketed(QString oid)
{
    return u'[' + oid.replace(u']', u"]]"_s) + u']';
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

bool isNumeric(const QString& type)
{
    return type == "Integer"_L1 || type == "Decimal"_L1 || type == "Quantity"_L1;
}

} // namespace

QString FhirConditions::hiddenWhen(const json::Value& item, const QString& linkId, const QString& path)
{
    QStringList asked;
    int at = 0;
    for (const json::Value* when : FhirSource::list(item, "enableWhen")) {
        const QString place = path + u".enableWhen[%1]"_s.arg(at++);
        const QString text = condition(*when, linkId, place);
        if (!text.isEmpty())
            asked.append(text);
    }
    if (asked.isEmpty())
        return {};
    const QString behavior = FhirSource::text(item, "enableBehavior");
    if (asked.size() > 1 && behavior.isEmpty())
        m_source.approximated(u"enableBehavior"_s, path, u"It is missing; one condition that is met is enough."_s);
    m_paths.insert(linkId, path);
    return u"not ("_s + asked.join(behavior == "all"_L1 ? u" and "_s : u" or "_s) + u')';
}

QString FhirConditions::condition(const json::Value& when, const QString& linkId, const QString& path)
{
    const QString target = FhirSource::text(when, "question");
    const QString sign = FhirSource::text(when, "operator");
    if (target.isEmpty() || sign.isEmpty()) {
        m_source.dropped(u"enableWhen"_s, path, u"It names no question or no operator."_s);
        return {};
    }
    m_uses[linkId].append(target);
    FhirQuestion question = m_questions.value(target);
    if (question.oid.isEmpty()) {
        question.oid = target;
        m_source.approximated(u"enableWhen"_s, path, u"The form has no question \"%1\": check by hand."_s.arg(target));
    } else {
        m_source.mapped();
    }
    if (sign == "exists"_L1) {
        const json::Value* wanted = json::find(when, "answerBoolean");
        const QString present = u"present("_s + bracketed(question.oid) + u')';
        return wanted != nullptr && wanted->IsFalse() ? QString(u"not "_s + present) : present;
    }
    return comparison(when, question, sign, path);
}

QString FhirConditions::comparison(const json::Value& when, const FhirQuestion& question, const QString& sign,
                                   const QString& path)
{
    static const QStringList signs{u"="_s, u"!="_s, u">"_s, u"<"_s, u">="_s, u"<="_s};
    QString type;
    const json::Value* answer = FhirSource::choice(when, "answer", type);
    if (answer == nullptr || !signs.contains(sign)) {
        m_source.dropped(u"enableWhen"_s, path, u"It has no answer to compare with, or an unknown operator."_s);
        return {};
    }
    QString value =
        type == "Coding"_L1 ? FhirOptions::codeOf(*answer, question.list) : FhirSource::valueText(*answer, type);
    const QString item = bracketed(question.oid);
    const bool equality = sign == "="_L1 || sign == "!="_L1;
    QString text;
    if (question.multiple && equality) {
        text = u"chosen("_s + item + u", "_s + quoted(value) + u')';
    } else {
        const QString literal = isNumeric(type) || answer->IsBool() ? value : quoted(value);
        text = u"surely("_s + item + u' ' + (sign == "!="_L1 ? u"="_s : sign) + u' ' + literal + u')';
    }
    return sign == "!="_L1 ? QString(u"not "_s + text) : text;
}

bool FhirConditions::reaches(const QString& from, const QString& target, QSet<QString>& seen) const
{
    QStringList open{from};
    while (!open.isEmpty()) {
        for (const QString& next : m_uses.value(open.takeLast())) {
            if (next == target)
                return true;
            if (!seen.contains(next)) {
                seen.insert(next);
                open.append(next);
            }
        }
    }
    return false;
}

void FhirConditions::reportLoops()
{
    for (auto each = m_paths.constBegin(); each != m_paths.constEnd(); ++each) {
        QSet<QString> seen;
        if (reaches(each.key(), each.key(), seen))
            m_source.approximated(u"enableWhen of "_s + each.key(), each.value(),
                                  u"It depends on itself in a circle: check by hand."_s);
    }
}

} // namespace sitebook
