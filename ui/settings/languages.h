// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTranslator>
#include <memory>

class QCoreApplication;

namespace sitebook {

// The languages the program speaks, and the switch between them while it runs. Widgets meet QEvent::LanguageChange.
class Languages final : public QObject
{
    Q_OBJECT
public:
    struct Language
    {
        QString code; // "en", "zh_CN"
        QString name; // in itself: "English", "简体中文"
    };
    explicit Languages(QObject* parent = nullptr);
    [[nodiscard]] static const QList<Language>& all();
    // Empty: the system's language where it is one of ours, else English. Sets the default locale too.
    void use(const QString& code);
    [[nodiscard]] const QString& current() const { return m_current; }

private:
    QString m_current;
    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt;
};

} // namespace sitebook
