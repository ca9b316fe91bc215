// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/pages.h"

#include "ui/patients/patientformpage.h"
#include "ui/patients/patientpage.h"
#include "ui/patients/patientspage.h"

namespace sitebook {

Page* makePatientsPage(Workspace& workspace, Navigator& navigator, UserPrompt&, QWidget* parent)
{
    return new PatientsPage(workspace, navigator, parent);
}

Page* makePatientPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const RecordId& patient,
                      QWidget* parent)
{
    return new PatientPage(workspace, navigator, prompt, patient, parent);
}

Page* makePatientForm(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const RecordId& orNull,
                      QWidget* parent)
{
    return new PatientFormPage(workspace, navigator, prompt, orNull, parent);
}

} // namespace sitebook
