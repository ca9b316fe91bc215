// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/checkdigit.h"

#include <QHash>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

namespace sitebook {

// A text in the study's languages, by language tag ("en", "zh"; "" = untagged). Never blank where any language has it.
class TranslatedText final
{
public:
    void set(const QString& language, const QString& text) { m_texts[language] = text; }
    // The text in `language`, else its primary tag, else untagged, else English, else the first one.
    [[nodiscard]] QString in(const QString& language) const;
    [[nodiscard]] bool isEmpty() const { return m_texts.empty(); }
    [[nodiscard]] const std::map<QString, QString>& all() const { return m_texts; }
    friend bool operator==(const TranslatedText&, const TranslatedText&) = default;

private:
    std::map<QString, QString> m_texts;
};

enum class DataType { Text, Integer, Decimal, Date, PartialDate, Time, DateTime, Boolean };
// How an item is put to the person; Automatic leaves it to the type and the code list. A Display is not answered at
// all.
enum class Control {
    Automatic,
    Line, // of text, however long
    LongText,
    Radio,
    List,
    Slider,
    File,
    Signature,
    Barcode,
    Display,
    Location, // degrees: "latitude longitude [altitude accuracy]"
};
enum class Comparator { Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual, In, NotIn };

struct Alias
{
    QString context;
    QString name;
    friend bool operator==(const Alias&, const Alias&) = default;
};

struct CodeListItem
{
    QString codedValue;
    TranslatedText decode;
    std::optional<double> weight; // what the answer counts in a score, where that is not its coded value
    std::vector<Alias> aliases;   // other systems' words for the same answer
    friend bool operator==(const CodeListItem&, const CodeListItem&) = default;
};

struct CodeList
{
    QString oid;
    QString name;
    DataType dataType = DataType::Text;
    std::vector<CodeListItem> items;
    [[nodiscard]] const CodeListItem* find(QStringView codedValue) const;
    friend bool operator==(const CodeList&, const CodeList&) = default;
};

// A computation or condition as the study wrote it. The context is its language: "sitebook" and those of dialects.h.
struct FormalExpression
{
    QString context;
    QString text;
    friend bool operator==(const FormalExpression&, const FormalExpression&) = default;
};

// Either a comparison of the item with values, or an expression that is TRUE for good values. An expression that cannot
// be read makes the item "check by hand".
struct RangeCheck
{
    Comparator comparator = Comparator::Equal;
    QStringList values;
    std::vector<FormalExpression> expressions;
    bool hard = true; // hard blocks, soft warns
    TranslatedText errorMessage;
    friend bool operator==(const RangeCheck&, const RangeCheck&) = default;
};

// One question or value. A `multiple` item holds several codes of its list (see codeset.h for the stored text).
struct ItemDef
{
    QString oid;
    QString name; // short name; for QS items the --TESTCD, such as PHQ0101
    DataType dataType = DataType::Text;
    int length = 0; // characters; 0 = no limit
    int significantDigits = 0;
    TranslatedText question;
    TranslatedText description;
    TranslatedText hint; // a note below the field
    QString unit;        // symbol shown after the field
    QString codeListOid;
    Control control = Control::Automatic;
    bool multiple = false;
    bool openChoice = false;  // another text than the list's codes is a good answer too
    bool identifying = false; // tells who the patient is; sealed and exported as such
    bool readOnly = false;
    bool hidden = false;                 // never shown; filled by its initial value or its method
    QString initial;                     // what the field holds when the form is first opened
    QString pattern;                     // regular expression the whole text must match; empty: any
    QString patternName;                 // what the pattern means: "email", "phone"
    QString matrix;                      // items of one name with the same code list are shown as one table
    std::vector<TranslatedText> anchors; // of a slider: words at its ends, or at its left, middle and right
    std::vector<RangeCheck> rangeChecks;
    std::vector<Alias> aliases;
    friend bool operator==(const ItemDef&, const ItemDef&) = default;
};

struct ItemRef
{
    QString itemOid;
    bool mandatory = false;
    QString mandatoryConditionOid;           // when TRUE an answer is needed, whatever `mandatory` says
    QString collectionExceptionConditionOid; // when TRUE the item is NOT asked (ODM)
    QString methodOid;                       // computed by this method, never typed
    friend bool operator==(const ItemRef&, const ItemRef&) = default;
};

struct ItemGroupDef
{
    QString oid;
    QString name;
    bool repeating = false;
    int level = 0;              // of nested sections, 0 the outermost; for the screen only
    int maxRepeats = 0;         // 0: no limit
    TranslatedText description; // section title
    std::vector<ItemRef> items;
    friend bool operator==(const ItemGroupDef&, const ItemGroupDef&) = default;
};

// One class of a score, for example 10..14 "Moderate".
struct ScoreBand
{
    double from = 0;
    double to = 0;
    TranslatedText label;
    friend bool operator==(const ScoreBand&, const ScoreBand&) = default;
};

// How a computed item comes about and what its value means; from MethodDef and Alias of the item.
struct ScoreDef
{
    QString itemOid; // the computed item
    QString expression;
    std::vector<ScoreBand> bands;
    double maximum = 0;
    friend bool operator==(const ScoreDef&, const ScoreDef&) = default;
};

struct ItemGroupRef
{
    QString groupOid;
    bool mandatory = false;
    QString collectionExceptionConditionOid; // when TRUE nothing of the group is asked
    friend bool operator==(const ItemGroupRef&, const ItemGroupRef&) = default;
};

struct FormDef
{
    QString oid;
    QString name;
    bool repeating = false;
    TranslatedText description; // title, then instructions after the first line break
    std::vector<ItemGroupRef> groups;
    std::vector<Alias> aliases; // Context "SDTM" names the QSCAT / domain it is imported from
    friend bool operator==(const FormDef&, const FormDef&) = default;
};

enum class EventType { Scheduled, Unscheduled, Common };

struct EventDef
{
    QString oid;
    QString name;
    bool repeating = false;
    EventType type = EventType::Scheduled;
    TranslatedText description;
    struct FormRef
    {
        QString formOid;
        bool mandatory = false;
        QString collectionExceptionConditionOid; // when TRUE the form is not asked at this visit
        friend bool operator==(const FormRef&, const FormRef&) = default;
    };
    std::vector<FormRef> forms;
    std::vector<Alias> aliases;              // Context "VISITNUM", "VISIT": how imports name this visit
    bool mandatory = false;                  // as the protocol says
    QString collectionExceptionConditionOid; // when TRUE the visit does not take place
    QString arm;                             // treatment arm or group the visit belongs to; empty: all
    std::optional<int> targetDay;            // planned day after the study's day 0
    int windowBefore = 0;                    // days before and after the target that are still in the window
    int windowAfter = 0;
    friend bool operator==(const EventDef&, const EventDef&) = default;
};

struct ConditionDef
{
    QString oid;
    QString name;
    TranslatedText description;
    std::vector<FormalExpression> expressions;
    friend bool operator==(const ConditionDef&, const ConditionDef&) = default;
};

struct MethodDef
{
    QString oid;
    QString name;
    TranslatedText description;
    std::vector<FormalExpression> expressions;
    QString type = QStringLiteral("Computation"); // ODM: Computation, Imputation, Transpose, Other
    friend bool operator==(const MethodDef&, const MethodDef&) = default;
};

// Which identifiers the study gives its patients. From Alias Context "sitebook:identifier-pattern" (and
// "sitebook:identifier-format", for example "P%03d", "sitebook:identifier-check-digit") of Protocol.
class IdentifierRule final
{
public:
    IdentifierRule() = default; // begins with P, four characters: P001
    // With a check digit, the format has a place for it (%c), or it follows the number.
    IdentifierRule(const QString& pattern, QString format, CheckDigit checkDigit = CheckDigit::None);
    // False when the pattern is no regular expression; nothing is accepted then.
    [[nodiscard]] bool isValid() const { return m_whole.isValid(); }
    // The whole text matches the pattern, and its check digit is right.
    [[nodiscard]] bool accepts(QStringView identifier) const;
    // As accepts(), whatever the check digit.
    [[nodiscard]] bool looksRight(QStringView identifier) const;
    // The n-th identifier, n from 1; empty when the format cannot give one the pattern accepts.
    [[nodiscard]] QString nth(int number) const;
    [[nodiscard]] QString example() const { return nth(1); }
    [[nodiscard]] QString pattern() const { return m_pattern; }
    [[nodiscard]] QString format() const { return m_format; }
    [[nodiscard]] CheckDigit checkDigit() const { return m_checkDigit; }
    friend bool operator==(const IdentifierRule& a, const IdentifierRule& b)
    {
        return a.m_pattern == b.m_pattern && a.m_format == b.m_format && a.m_checkDigit == b.m_checkDigit;
    }

private:
    QString m_pattern = QStringLiteral("P[0-9]{3}");
    QRegularExpression m_whole{QStringLiteral("\\A(?:P[0-9]{3})\\z")}; // m_pattern, anchored
    QString m_format = QStringLiteral("P%03d");
    CheckDigit m_checkDigit = CheckDigit::None;
};

// A study's metadata version, as every reader gives it and every screen, check, import and export uses it.
// Immutable once read; shared between threads as std::shared_ptr<const StudyDefinition>.
struct StudyDefinition
{
    QString studyOid;
    QString studyName;
    QString description;
    QString protocolName;
    QString versionOid;
    QString versionName;
    QStringList languages; // tags met in texts, the study's own first
    IdentifierRule identifiers;
    bool consentFirst = false; // no clinical data before the patient's date of consent
    std::vector<EventDef> events;
    std::vector<FormDef> forms;
    std::vector<ItemGroupDef> groups;
    std::vector<ItemDef> items;
    std::vector<CodeList> codeLists;
    std::vector<ConditionDef> conditions;
    std::vector<MethodDef> methods;

    // Null when the OID is unknown. Linear look-ups are indexed by StudyIndex (studyindex.h) on hot paths.
    [[nodiscard]] const EventDef* event(QStringView oid) const;
    [[nodiscard]] const FormDef* form(QStringView oid) const;
    [[nodiscard]] const ItemGroupDef* group(QStringView oid) const;
    [[nodiscard]] const ItemDef* item(QStringView oid) const;
    [[nodiscard]] const CodeList* codeList(QStringView oid) const;
    // Score definitions of the computed items of a form, in form order.
    [[nodiscard]] std::vector<ScoreDef> scoresOf(const FormDef& form) const;
    friend bool operator==(const StudyDefinition&, const StudyDefinition&) = default;
};

} // namespace sitebook
