// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/languages.h"

#include "core/base/logging.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

QString systemLanguage()
{
    for (const QString& wanted : QLocale::system().uiLanguages())
        for (const Languages::Language& language : Languages::all())
            if (QStringView(wanted).left(2) == QStringView(language.code).left(2))
                return language.code;
    return u"en"_s;
}

} // namespace

Languages::Languages(QObject* parent)
    : QObject(parent)
{
}

const QList<Languages::Language>& Languages::all()
{
    static const QList<Language> languages{{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}};
    return languages;
}

void Languages::use(const QString& code)
{
    const QString wanted = code.isEmpty() ? systemLanguage() : code;
    m_current = wanted;
    // English keeps the region of the person's own system: dates and numbers are theirs.
    const bool isSystem = wanted.left(2) == QLocale::system().name().left(2);
    QLocale::setDefault(isSystem ? QLocale::system() : QLocale(wanted));
    if (m_own)
        QCoreApplication::removeTranslator(std::exchange(m_own, nullptr).get());
    if (m_qt)
        QCoreApplication::removeTranslator(std::exchange(m_qt, nullptr).get());
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        m_qt = std::move(qt);
        QCoreApplication::installTranslator(m_qt.get());
    }
    auto own = std::make_unique<QTranslator>();
    // English has a file too: it holds the plural forms.
    if (own->load(u":/i18n/sitebook_"_s + wanted + u".qm"_s)) {
        m_own = std::move(own);
        QCoreApplication::installTranslator(m_own.get());
    } else if (wanted != "en"_L1) {
        qCWarning(lcUi) << "no translation for" << wanted;
    }
}

} // namespace sitebook
