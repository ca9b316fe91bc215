// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/fidelitydialog.h"

#include "ui/study/fidelityview.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sitebook {

void openFidelityDialog(QWidget* parent, const StudyDefinition& study, const FidelityReport& report)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("fidelity"));
    dialog->setWindowTitle(FidelityView::tr("The study file"));
    const Theme& theme = Theme::of(dialog);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(theme.blocks(), theme.around(), theme.blocks(), theme.around());
    column->setSpacing(theme.around());
    auto* view = new FidelityView(dialog);
    view->setStudy(study, report);
    column->addWidget(view, 1);
    auto* buttons = new QDialogButtonBox(dialog);
    buttons->addButton(FidelityView::tr("&Close"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(buttons);
    dialog->resize(theme.scaled(900), theme.scaled(560));
    dialog->open();
}

} // namespace sitebook
