// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"
#include "core/study/readers/xmlcursor.h"

#include <QSet>

namespace sitebook {

// The start of one ODM element. Attributes are taken one by one; the source reports those nobody took.
class OdmNode final
{
public:
    explicit OdmNode(const XmlCursor& cursor);

    [[nodiscard]] bool is(QLatin1String name) const { return m_name == name; }
    // The attribute's text, null when absent.
    [[nodiscard]] QString take(QLatin1String attribute);
    [[nodiscard]] bool takeYes(QLatin1String attribute)
    {
        return take(attribute).compare(u"yes", Qt::CaseInsensitive) == 0;
    }
    // The whole number of an attribute, or `absent`.
    [[nodiscard]] int takeNumber(QLatin1String attribute, int absent);
    // xml:lang
    [[nodiscard]] QString takeLanguage();

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] const QString& label() const { return m_label; } // "ItemDef IT.PHQ0101"
    [[nodiscard]] const QString& place() const { return m_place; }
    // Qualified names of the attributes that were not taken; namespace declarations and xsi: are no content.
    [[nodiscard]] QStringList untaken() const;

private:
    QString m_name;
    QString m_label;
    QString m_place;
    QXmlStreamAttributes m_attributes;
    QSet<qsizetype> m_taken;
};

// An ODM document while it is read: the cursor and the fidelity report, kept in step so that nothing is passed over
// without an entry.
class OdmSource final
{
public:
    OdmSource(XmlCursor& cursor, FidelityReport& report);

    // The next child element in the document's ODM namespace; foreign ones before it are dropped with an entry.
    // Null when the current element has none left.
    [[nodiscard]] std::optional<OdmNode> nextChild();
    // Counts the element as mapped and reports its untaken attributes.
    void accept(const OdmNode& node);
    // Passes over the element with all below it.
    void drop(const OdmNode& node, const QString& note);
    // Passes over the current element's children, each with an entry. For elements that have attributes only.
    void dropChildren();
    void approximated(const OdmNode& node, const QString& note);
    void approximated(FidelityEntry entry);
    void dropped(const OdmNode& node, const QString& note);

    // Text of the current element, ends trimmed, line breaks kept.
    [[nodiscard]] QString text(const OdmNode& node);
    // The TranslatedText children of the current element; their languages are remembered.
    [[nodiscard]] TranslatedText texts();
    [[nodiscard]] QStringList takeLanguages() { return std::exchange(m_languages, {}); }
    // Reads an Alias into `aliases`. A Context may occur once.
    void readAlias(OdmNode& node, std::vector<Alias>& aliases);

    // OID of a definition; when it is missing the element is dropped with an entry and the answer is empty.
    [[nodiscard]] QString takeOid(OdmNode& node);
    // Name, or the OID where the name is missing.
    [[nodiscard]] QString takeName(OdmNode& node, const QString& oid);

    [[nodiscard]] XmlCursor& cursor() { return m_cursor; }

    // What the report holds now; erase() takes out what came in between two such moments.
    struct Mark
    {
        int mapped = 0;
        size_t approximated = 0;
        size_t dropped = 0;
    };
    [[nodiscard]] Mark mark() const;
    void erase(const Mark& from, const Mark& to);

private:
    XmlCursor& m_cursor;
    FidelityReport& m_report;
    QString m_namespace;
    QStringList m_languages;
};

} // namespace sitebook
