// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xlsformtypes.h"

#include <QRegularExpression>
#include <array>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    const char* word;
    const char* bind;
    const char* control;
    const char* media = "";
};
constexpr std::array<Word, 31> words{{{"text", "string", "input"},
                                      {"string", "string", "input"},
                                      {"integer", "int", "input"},
                                      {"int", "int", "input"},
                                      {"decimal", "decimal", "input"},
                                      {"date", "date", "input"},
                                      {"time", "time", "input"},
                                      {"datetime", "dateTime", "input"},
                                      {"geopoint", "geopoint", "input"},
                                      {"gps", "geopoint", "input"},
                                      {"location", "geopoint", "input"},
                                      {"geotrace", "geotrace", "input"},
                                      {"geoshape", "geoshape", "input"},
                                      {"barcode", "barcode", "input"},
                                      {"range", "int", "range"},
                                      {"acknowledge", "string", "trigger"},
                                      {"trigger", "string", "trigger"},
                                      {"image", "binary", "upload", "image/*"},
                                      {"photo", "binary", "upload", "image/*"},
                                      {"picture", "binary", "upload", "image/*"},
                                      {"audio", "binary", "upload", "audio/*"},
                                      {"video", "binary", "upload", "video/*"},
                                      {"file", "binary", "upload", "application/*"},
                                      {"note", "string", "input"},
                                      {"select one", "string", "select1"},
                                      {"select1", "string", "select1"},
                                      {"select multiple", "string", "select"},
                                      {"select all that apply", "string", "select"},
                                      {"select", "string", "select"},
                                      {"rank", "rank", "rank"},
                                      {"select one external", "string", "input"}}};

struct Preload
{
    const char* word;
    const char* bind;
    const char* preload;
    const char* what;
};
constexpr std::array<Preload, 12> preloads{{{"start", "dateTime", "timestamp", "start"},
                                            {"end", "dateTime", "timestamp", "end"},
                                            {"today", "date", "date", "today"},
                                            {"deviceid", "string", "property", "deviceid"},
                                            {"imei", "string", "property", "deviceid"},
                                            {"username", "string", "property", "username"},
                                            {"email", "string", "property", "email"},
                                            {"phonenumber", "string", "property", "phonenumber"},
                                            {"phone number", "string", "property", "phonenumber"},
                                            {"simserial", "string", "property", "simserial"},
                                            {"subscriberid", "string", "property", "subscriberid"},
                                            {"start-geopoint", "geopoint", "geopoint", "start"}}};

XlsformType asked(const QString& word)
{
    XlsformType type;
    for (const Word& each : words)
        if (word == QLatin1String(each.word)) {
            type.kind = XlsformType::Kind::Question;
            type.bind = QString::fromLatin1(each.bind);
            type.control = QString::fromLatin1(each.control);
            type.media = QString::fromLatin1(each.media);
            type.note = word == "note"_L1;
            type.external = word == "select one external"_L1;
        }
    return type;
}

XlsformType chosen(const QRegularExpressionMatch& match)
{
    XlsformType type = asked(match.captured(1).replace(u'_', u' '));
    type.list = match.captured(3);
    if (!match.captured(2).isEmpty()) {
        type.file = type.list;
        type.list = type.file.section(u'.', 0, -2);
    }
    type.orOther = !match.captured(4).isEmpty();
    return type;
}

} // namespace

XlsformType XlsformType::of(const QString& cell)
{
    static const QRegularExpression choice(
        u"\\A(select[_ ]one[_ ]external|select[_ ]one|select1|select[_ ]multiple|select all that apply|select|rank)"
        "([_ ]from[_ ]file)?\\s+(?:from\\s+)?(\\S+)(\\s+or[_ ](?:specify[_ ])?other)?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bracket(u"\\A(begin|end)[_ ](group|repeat|loop)\\z"_s);
    const QString simple = cell.simplified();
    if (const auto match = choice.match(simple); match.hasMatch())
        return chosen(match);
    const QString word = simple.toLower();
    XlsformType type = asked(word == "date time"_L1 ? u"datetime"_s : word);
    if (const auto match = bracket.match(word); match.hasMatch())
        type.kind = match.captured(1) == "end"_L1      ? Kind::End
                    : match.captured(2) == "repeat"_L1 ? Kind::BeginRepeat
                                                       : Kind::BeginGroup;
    if (word == "calculate"_L1 || word == "hidden"_L1 || word == "calculation"_L1) {
        type.kind = Kind::Computed;
        type.bind = u"string"_s;
    }
    for (const Preload& each : preloads)
        if (word == QLatin1String(each.word)) {
            type.kind = Kind::Preload;
            type.bind = QString::fromLatin1(each.bind);
            type.preload = QString::fromLatin1(each.preload);
            type.preloadOf = QString::fromLatin1(each.what);
        }
    return type;
}

} // namespace sitebook
