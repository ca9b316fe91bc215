// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"
#include "core/study/formchecker.h"
#include "tests/core/study/studysamples.h"

#include <algorithm>

// XForms for the tests of this folder.
namespace sitebook::samples {

inline QByteArray xform(const QByteArray& model, const QByteArray& body)
{
    return "<?xml version=\"1.0\"?>\n<h:html xmlns=\"http://www.w3.org/2002/xforms\" "
           "xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:jr=\"http://openrosa.org/javarosa\" "
           "xmlns:orx=\"http://openrosa.org/xforms\"><h:head>"
           "<h:title>Trial</h:title><model>" +
           model + "</model></h:head><h:body>" + body + "</h:body></h:html>";
}

// "path=value|path=value"
inline Fields fieldsOf(const QString& text)
{
    Fields fields;
    for (const QString& pair : text.split(QLatin1Char('|'), Qt::SkipEmptyParts))
        fields.set(pair.section(QLatin1Char('='), 0, 0), pair.section(QLatin1Char('='), 1));
    return fields;
}

// The first entry about an element that holds these words; null when there is none.
inline const FidelityEntry* about(const std::vector<FidelityEntry>& entries, const QString& element)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const FidelityEntry& entry) { return entry.element.contains(element); });
    return found == entries.end() ? nullptr : &*found;
}

inline bool mentions(const std::vector<FidelityEntry>& entries, const QString& element)
{
    return about(entries, element) != nullptr;
}

} // namespace sitebook::samples
