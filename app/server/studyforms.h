// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/formchecker.h"

#include <QSet>

namespace sitebook::server {

// The forms of the study, ready to check reports with. Immutable after create(); any thread.
class StudyForms final
{
public:
    struct Form
    {
        FormChecker checker;
        QString schema;                      // as operations name it
        QSet<QString> events;                // where the form belongs
        QHash<QByteArray, QString> itemOids; // by ItemOID and by short name, UTF-8

        // The ItemOID; null: the form has no such item.
        [[nodiscard]] const QString* itemNamed(std::string_view name) const;
    };

    [[nodiscard]] static Result<StudyForms> create(std::shared_ptr<const StudyDefinition> study);
    // Null: no such form.
    [[nodiscard]] const Form* find(const QString& oid) const;
    [[nodiscard]] const StudyDefinition& study() const { return *m_study; }
    [[nodiscard]] bool hasEvent(const QString& oid) const { return m_study->event(oid) != nullptr; }

private:
    std::shared_ptr<const StudyDefinition> m_study;
    QHash<QString, std::shared_ptr<const Form>> m_forms;
};

} // namespace sitebook::server
