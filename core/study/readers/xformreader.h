// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/dialect.h"
#include "core/study/readers/xformanswers.h"
#include "core/study/readers/xformsections.h"

namespace sitebook {

// Reads an XForm (what an XLSForm is compiled to) as a study of one form at one common event. OIDs of items and
// sections are the absolute paths of their nodes ("/data/group/age"), which expressions use as well.
class XformReader final
{
public:
    // XHTML whose head holds an XForms model.
    [[nodiscard]] static bool claims(const DialectProbe& probe);
    [[nodiscard]] static Result<StudyFile> read(const QByteArray& document);
    // The same of a form that is a tree already; what is reported so far goes before what is found here.
    [[nodiscard]] static Result<StudyFile> readTree(const XmlElement& html, FidelityReport report);

private:
    explicit XformReader(FidelityReport report)
        : m_report(std::move(report))
    {
    }
    [[nodiscard]] Result<StudyFile> readForm(const XmlElement& html);
    [[nodiscard]] StudyFile finished();
    void readModel(const XmlElement& model);
    void readInstance(const XmlElement& instance);
    void readSetValues(const XmlElement& holder, const QString& context);
    void readSetValue(const XmlElement& element, const QString& context);
    void readBody(const XmlElement& holder, const XformPlace& place);
    void readControl(const XmlElement& control, const XformPlace& place);
    void readWords(const XmlElement& control, ItemDef& item);
    void settle(const XmlElement& control, const XformBind& bind, ItemDef& item);
    void addHidden(const XformPlace& root);
    void addComputed(const QString& path, const XformBind& bind, const XformPlace& root);
    [[nodiscard]] QString pathOf(const XmlElement& control, const QString& context) const;
    void approximated(const QString& element, const QString& place, const QString& note);
    void dropped(const QString& element, const QString& place, const QString& note);

    FidelityReport m_report;
    StudyDefinition m_study;
    FormDef m_form;
    XformTexts m_texts{m_report};
    XformNodes m_nodes{m_report};
    XformBinds m_binds{m_report};
    XformRules m_rules{m_study, m_report};
    XformSections m_sections{m_study, m_form, m_report, m_rules, m_binds, m_texts};
    XformAnswers::Instances m_instances; // secondary ones by id
    XformAnswers m_answers{m_report, m_texts, m_instances};
    QSet<QString> m_controlled; // nodes a control has
    QSet<QString> m_set;        // nodes an action sets, which no action does here
};

} // namespace sitebook
