// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/dialect.h"
#include "core/study/readers/odmsource.h"

#include <QHash>

namespace sitebook {

// Reads the study of an ODM-XML 1.x file: its first Study with a MetaDataVersion, and of that the last version.
// Vendors' extensions and patients' data are dropped with an entry in the report.
class OdmReader final
{
public:
    // Whether the document is ODM 1.x, by its root element.
    [[nodiscard]] static bool claims(const DialectProbe& probe);
    [[nodiscard]] static Result<StudyFile> read(const QByteArray& document);

private:
    explicit OdmReader(XmlCursor& cursor);
    [[nodiscard]] Result<StudyFile> readDocument();
    void readRoot();
    void readStudy(OdmNode& node);
    void readGlobals();
    void readUnits();
    void readUnit(OdmNode& node);
    void readVersion(OdmNode& node);

    XmlCursor& m_cursor;
    FidelityReport m_report;
    OdmSource m_source;
    struct Globals
    {
        QString oid;
        QString name;
        QString description;
        QString protocol;
    };
    Globals m_globals;
    QHash<QString, QString> m_units;
    std::optional<StudyDefinition> m_study;
    OdmSource::Mark m_versionStart; // of the report, before the version in m_study
    bool m_studyDone = false;       // the first Study with a version is over
};

} // namespace sitebook
