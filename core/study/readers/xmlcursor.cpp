// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/readers/xmlcursor.h"

#include <algorithm>

namespace sitebook {

using namespace Qt::StringLiterals;

using Token = QXmlStreamReader::TokenType;

XmlCursor::XmlCursor(const QByteArray& document)
    : m_document(document)
    , m_xml(document)
{
}

QString XmlCursor::place() const
{
    return u"line %1, column %2"_s.arg(m_line).arg(m_column);
}

void XmlCursor::stop(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void XmlCursor::refuse(const char* sentence)
{
    stop(Error(ErrorCode::Unreadable, sentence, place()));
}

void XmlCursor::refuseDocumentType()
{
    // The parser does not tell where it stood before the white space in front of the declaration.
    if (const qsizetype at = m_document.indexOf("<!DOCTYPE"); at >= 0) {
        const QByteArray before = m_document.left(at);
        m_line = before.count('\n') + 1;
        m_column = at - before.lastIndexOf('\n');
    }
    refuse(QT_TRANSLATE_NOOP("messages",
                             "The file brings a document type declaration of its own, which is not accepted. Remove "
                             "the part that begins with <!DOCTYPE."));
}

Token XmlCursor::advance()
{
    if (m_error)
        return Token::Invalid;
    m_line = m_xml.lineNumber();
    m_column = m_xml.columnNumber() + (m_afterText ? 0 : 1);
    const Token token = m_xml.readNext();
    m_afterText = token == Token::Characters;
    if (token == Token::StartElement && ++m_depth > maximumDepth)
        refuse(QT_TRANSLATE_NOOP("messages", "The file is nested too deeply. Choose a study definition."));
    else if (token == Token::EndElement)
        --m_depth;
    else if (token == Token::DTD && m_xml.text().contains(u'['))
        refuseDocumentType();
    else if (token == Token::EntityReference)
        refuse(QT_TRANSLATE_NOOP("messages", "The file uses an entity, which is not accepted."));
    else if (token == Token::Invalid) {
        // The parser stands where it gave up, not where the token began.
        m_line = m_xml.lineNumber();
        m_column = m_xml.columnNumber() + 1;
        stop(Error(ErrorCode::Unreadable,
                   Message(QT_TRANSLATE_NOOP("messages", "The file is damaged or not XML: %1"), {m_xml.errorString()}),
                   place()));
    }
    return m_error ? Token::Invalid : token;
}

bool XmlCursor::nextChild()
{
    while (true) {
        switch (advance()) {
        case Token::StartElement:
            return true;
        case Token::EndElement:
        case Token::EndDocument:
        case Token::Invalid:
            return false;
        default:
            break;
        }
    }
}

QString XmlCursor::takeText(int& children)
{
    QString text;
    children = 0;
    for (int open = 1; open > 0;) {
        switch (advance()) {
        case Token::StartElement:
            ++open;
            ++children;
            break;
        case Token::EndElement:
            --open;
            break;
        case Token::Characters:
            text += m_xml.text();
            break;
        case Token::Invalid:
            return {};
        default:
            break;
        }
    }
    return text;
}

XmlElement XmlCursor::takeTree()
{
    XmlElement element{name(), namespaceUri(), place(), attributes(), {}, 0, {}};
    for (;;) {
        switch (advance()) {
        case Token::StartElement: {
            const qsizetype before = element.text.size();
            element.children.push_back(takeTree()); // as deep as advance() allows
            element.children.back().textBefore = before;
            break;
        }
        case Token::Characters:
            element.text += m_xml.text();
            break;
        case Token::EndElement:
        case Token::EndDocument:
        case Token::Invalid:
            return element;
        default:
            break;
        }
    }
}

const XmlElement* XmlElement::child(QLatin1String localName) const
{
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const XmlElement& each) { return each.name == localName; });
    return found == children.end() ? nullptr : &*found;
}

int XmlElement::below() const
{
    int count = 0;
    for (const XmlElement& each : children)
        count += 1 + each.below();
    return count;
}

int XmlCursor::skip()
{
    int below = 0;
    for (int open = 1; open > 0;) {
        const Token token = advance();
        if (token == Token::Invalid)
            return below;
        if (token == Token::StartElement) {
            ++open;
            ++below;
        } else if (token == Token::EndElement) {
            --open;
        }
    }
    return below;
}

Result<> XmlCursor::finish()
{
    for (Token token = Token::NoToken; token != Token::EndDocument && token != Token::Invalid;)
        token = advance();
    if (m_error)
        return fail(*m_error);
    return {};
}

} // namespace sitebook
