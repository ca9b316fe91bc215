// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/openform.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

// The same keys as the forms give their drafts.
QString draftKeyOf(const Place& place)
{
    if (place.kind == Place::Kind::PatientForm)
        return u"patient/"_s + (place.record.isNull() ? u"new"_s : place.record.toString());
    if (place.kind != Place::Kind::ReportForm)
        return {};
    const ReportFormTarget& form = place.form;
    if (!form.draftKey.isEmpty())
        return form.draftKey;
    if (!form.report.isNull())
        return u"report/"_s + form.report.toString();
    return u"report/new/%1/%2/%3/%4"_s.arg(form.patient.toString(), form.eventOid, form.formOid,
                                           QString::number(form.repeat));
}

} // namespace

OpenForm::OpenForm(const QString& workspaceId)
    : m_setting(u"openForm/"_s + workspaceId)
{
}

QString OpenForm::interrupted() const
{
    return QSettings().value(m_setting).toString();
}

void OpenForm::note(const Place& place)
{
    write(draftKeyOf(place));
}

void OpenForm::forget()
{
    write({});
}

void OpenForm::write(const QString& draftKey)
{
    if (draftKey == interrupted())
        return;
    QSettings settings;
    if (draftKey.isEmpty())
        settings.remove(m_setting);
    else
        settings.setValue(m_setting, draftKey);
    settings.sync(); // a crash does not wait
}

} // namespace sitebook
