// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/translations/translationfile.h"

#include <QFile>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

void readTranslation(QXmlStreamReader& xml, TranslatedMessage& message)
{
    message.state = xml.attributes().value("type"_L1).toString();
    QString plain;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement())
            break;
        if (xml.isCharacters())
            plain += xml.text();
        else if (xml.isStartElement())
            message.forms << xml.readElementText();
    }
    if (message.forms.isEmpty())
        message.forms << plain;
}

TranslatedMessage readMessage(QXmlStreamReader& xml, const QString& context)
{
    TranslatedMessage message;
    message.context = context;
    message.numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1)
            message.source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            message.comment = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

} // namespace

QString TranslatedMessage::key() const
{
    return context + u" | "_s + source + (comment.isEmpty() ? QString() : QString(u" | "_s + comment)) +
           (numerus ? u" | plural"_s : QString());
}

std::vector<TranslatedMessage> readTranslationFile(const QString& path)
{
    std::vector<TranslatedMessage> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.push_back(readMessage(xml, context));
    }
    return xml.hasError() ? std::vector<TranslatedMessage>() : messages;
}

} // namespace sitebook
