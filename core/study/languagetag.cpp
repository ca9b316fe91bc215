// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/languagetag.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace sitebook {

using namespace Qt::StringLiterals;

namespace {

const QString privateName = QStringLiteral("x-name-");

// English names and the languages' own, in lower case.
QHash<QString, QString> namesOfLanguages()
{
    QHash<QString, QString> names{{u"chinese"_s, u"zh"_s},
                                  {u"mandarin"_s, u"zh"_s},
                                  {u"中文"_s, u"zh"_s},
                                  {u"portuguese"_s, u"pt"_s},
                                  {u"português"_s, u"pt"_s}};
    const QList<QLocale> all =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale& locale : all) {
        const QString code = QLocale::languageToCode(locale.language());
        for (const QString& name : {QLocale::languageToString(locale.language()), locale.nativeLanguageName()})
            if (!name.isEmpty() && !code.isEmpty() && !names.contains(name.toLower()))
                names.insert(name.toLower(), code);
    }
    return names;
}

bool isTag(const QString& text)
{
    static const QRegularExpression tag(u"\\A[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*\\z"_s);
    return tag.match(text).hasMatch();
}

} // namespace

QString languageTagOf(const QString& name)
{
    static const QRegularExpression bracketed(u"\\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\\)\\s*$"_s);
    static const QHash<QString, QString> known = namesOfLanguages();
    const QRegularExpressionMatch match = bracketed.match(name);
    return match.hasMatch() ? match.captured(1) : known.value(name.trimmed().toLower(), name.trimmed());
}

QString languageForXml(const QString& language)
{
    if (language.isEmpty() || (isTag(language) && !language.startsWith(privateName)))
        return language;
    const QString hex = QString::fromLatin1(language.toUtf8().toHex());
    QStringList parts;
    for (qsizetype at = 0; at < hex.size(); at += 8)
        parts.append(hex.mid(at, 8));
    return privateName + parts.join(u'-');
}

QString languageFromXml(const QString& tag)
{
    if (!tag.startsWith(privateName))
        return tag;
    const QString hex = tag.mid(privateName.size()).remove(u'-');
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    return bytes.size() * 2 == hex.size() && !bytes.isEmpty() ? QString::fromUtf8(bytes) : tag;
}

} // namespace sitebook
