// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/dialect.h"
#include "core/study/readers/xformtexts.h"

namespace sitebook {

// Reads an XForm (what an XLSForm is compiled to) as a study of one form at one common event. OIDs of items and
// sections are the absolute paths of their nodes ("/data/group/age"), which expressions use as well.
class XformReader final
{
public:
    // XHTML whose head holds an XForms model.
    [[nodiscard]] static bool claims(const DialectProbe& probe);
    [[nodiscard]] static Result<StudyFile> read(const QByteArray& document);

private:
    struct Bind
    {
        QString type;
        QString relevant;
        QString required;
        QString constraint;
        QString message; // jr:constraintMsg
        QString calculate;
        QString readOnly;
        QString preload;
        QString place;
    };
    // Where a control stands: its section, and when that is asked.
    struct Place
    {
        QString group; // path of the group or repeat; the root's outside of all
        QString relevant;
        int level = 0;
        bool repeating = false;
        QStringList paths = {}; // of the nodes whose relevance `relevant` holds
    };

    XformReader()
        : m_texts(m_report)
    {
    }
    [[nodiscard]] Result<StudyFile> readForm(const XmlElement& html);
    void readModel(const XmlElement& model);
    void readInstance(const XmlElement& instance);
    void learnNodes(const XmlElement& node, const QString& path);
    void readBind(const XmlElement& element);
    void readBody(const XmlElement& holder, const Place& place);
    void readGroup(const XmlElement& group, const Place& place);
    void readControl(const XmlElement& control, const Place& place);
    [[nodiscard]] QString inherited(const QString& path, const QString& own, const QStringList& held) const;
    void setRules(const QString& path, const Bind& bind, ItemDef& item, ItemRef& ref);
    void addHidden();
    [[nodiscard]] QString condition(const QString& oid, const QString& text, const QString& language,
                                    const QString& place);
    [[nodiscard]] ItemGroupDef& sectionFor(const Place& place);
    [[nodiscard]] QString pathOf(const XmlElement& control, const Place& place) const;
    void approximated(const QString& element, const QString& place, const QString& note);
    void dropped(const QString& element, const QString& place, const QString& note);

    FidelityReport m_report;
    XformTexts m_texts;
    StudyDefinition m_study;
    FormDef m_form;
    QString m_root;                                // "/data"
    QHash<QString, Bind> m_binds;                  // by path
    QHash<QString, QString> m_defaults;            // path -> what the instance holds at first
    QStringList m_leaves;                          // nodes without children, in order
    QHash<QString, const XmlElement*> m_instances; // secondary ones by id
    QSet<QString> m_controlled;                    // nodes a control has
};

} // namespace sitebook
