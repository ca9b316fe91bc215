// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QXmlStreamReader>

namespace sitebook {

// An element of a document that is read as a whole.
struct XmlElement
{
    QString name; // without prefix
    QString namespaceUri;
    QString place; // "line 12, column 3"
    QXmlStreamAttributes attributes;
    QString text;             // its own, as written
    qsizetype textBefore = 0; // length of its parent's text before it
    std::vector<XmlElement> children;

    [[nodiscard]] bool is(QLatin1String localName) const { return name == localName; }
    [[nodiscard]] QString attribute(QLatin1String qualifiedName) const
    {
        return attributes.value(qualifiedName).toString();
    }
    // The first child of that name; null when there is none.
    [[nodiscard]] const XmlElement* child(QLatin1String localName) const;
    [[nodiscard]] int below() const; // elements below it
};

// Walks an XML document element by element, within limits: 64 levels, no entities. A document
// type that is only named (ODM 1.1 names its DTD) is passed over and never fetched; one with declarations is refused.
// The first error stops it for good. Not thread-safe.
class XmlCursor final
{
public:
    static constexpr int maximumDepth = 64;

    explicit XmlCursor(const QByteArray& document);

    // Steps to the next child element of the current one (at first: to the root). False when there is none left, which
    // closes the current one, and after an error.
    bool nextChild();
    // Closes the current element and gives its text, children's text included; `children` counts those.
    [[nodiscard]] QString takeText(int& children);
    // Closes the current element and gives it with all below it, for forms whose parts refer to each other.
    [[nodiscard]] XmlElement takeTree();
    // Closes the current element; gives how many elements were below it.
    int skip();
    // Reads to the end of the document: what comes after the root must be well-formed, too.
    [[nodiscard]] Result<> finish();

    [[nodiscard]] QString name() const { return m_xml.name().toString(); }
    [[nodiscard]] QString qualifiedName() const { return m_xml.qualifiedName().toString(); }
    [[nodiscard]] QString namespaceUri() const { return m_xml.namespaceUri().toString(); }
    [[nodiscard]] QXmlStreamAttributes attributes() const { return m_xml.attributes(); }
    // Where the current element begins: "line 12, column 3".
    [[nodiscard]] QString place() const;
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    // Stops here with an error of the caller's.
    void stop(Error error);

private:
    QXmlStreamReader::TokenType advance();
    void refuse(const char* sentence);
    void refuseDocumentType();

    QByteArray m_document;
    QXmlStreamReader m_xml;
    bool m_afterText = false; // the parser has read one character further than the token
    qint64 m_line = 1;        // where the current token begins
    qint64 m_column = 1;
    int m_depth = 0;
    std::optional<Error> m_error;
};

} // namespace sitebook
