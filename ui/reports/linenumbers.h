// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/formchecker.h"
#include "core/study/studyindex.h"

namespace sitebook {

// Which lines the repeating groups of a form being filled have: those on which something stands, and new ones that are
// still empty.
class LineNumbers final
{
public:
    // Again from the values; empty lines stay. `stored`: the values before this edit, whose numbers are not given
    // again.
    void read(const FormChecker& checker, const StudyIndex& study, const FormDef& form, const Fields& items,
              const Fields& stored);
    [[nodiscard]] const std::vector<int>& of(const QString& groupOid) const; // rising
    int add(const QString& groupOid);                                        // a number no line had before
    void remove(const QString& groupOid, int line);
    void clear() { m_groups.clear(); }

private:
    struct Lines
    {
        std::vector<int> numbers;
        int last = 0; // the highest there ever was
    };
    QHash<QString, Lines> m_groups; // by GroupOID
};

} // namespace sitebook
