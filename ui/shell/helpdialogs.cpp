// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helpdialogs.h"

#include "ui/shell/shellactions.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

class HelpDialogs final
{
    Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

QDialog* makeDialog(QWidget* parent, const QString& title, QWidget* content)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    const Theme& theme = Theme::of(dialog);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(theme.blocks(), theme.blocks(), theme.blocks(), theme.around());
    column->setSpacing(theme.around());
    column->addWidget(makeLabel(title, Theme::Type::Title));
    column->addWidget(content, 1);
    auto* close = makeButton(HelpDialogs::tr("Close"));
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    column->addLayout(buttons);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    return dialog;
}

KeyValueList* menuKeys(const ShellActions& actions)
{
    auto* list = new KeyValueList;
    int row = 0;
    for (const QAction* action : actions.findChildren<QAction*>(Qt::FindDirectChildrenOnly)) {
        if (action->shortcut().isEmpty())
            continue;
        const QString words = action->text().remove(QRegularExpression(u"\\(&.\\)"_s)).remove(u'&').remove(u'…');
        list->setRow(QString::number(row++), action->shortcut().toString(QKeySequence::NativeText), words);
    }
    return list;
}

KeyValueList* placeKeys()
{
    auto* list = new KeyValueList;
    const std::pair<QString, QString> keys[] = {
        {HelpDialogs::tr("Enter"),
         HelpDialogs::tr("In a form: the next field. It never saves or leaves. In a table: opens the row.")},
        {HelpDialogs::tr("Tab, Shift+Tab"), HelpDialogs::tr("The next, the previous field")},
        {HelpDialogs::tr("0 to 9"), HelpDialogs::tr("In a question with numbered answers: chooses the answer")},
        {HelpDialogs::tr("F2"), HelpDialogs::tr("In a question: all values it had, who, when and why")},
        {HelpDialogs::tr("F6"), HelpDialogs::tr("In a form: goes to a question by its text, name or number")},
        {HelpDialogs::tr("F8, Shift+F8"),
         HelpDialogs::tr("The next, the previous problem of a form, open query, or due visit of the casebook")},
        {HelpDialogs::tr("V"), HelpDialogs::tr("In a casebook: says that the visit took place, is planned or missing")},
        {HelpDialogs::tr("F12"), HelpDialogs::tr("At a question or a patient: notes something or asks a query")},
        {HelpDialogs::tr("F9"), HelpDialogs::tr("In a question: says why there is no answer")},
        {HelpDialogs::tr("Shift+F1"), HelpDialogs::tr("In a question: why it is asked, needed or computed")},
        {HelpDialogs::tr("Ctrl+S"), HelpDialogs::tr("Saves the form")},
        {HelpDialogs::tr("Ctrl+Enter"), HelpDialogs::tr("Saves the form as complete")},
        {HelpDialogs::tr("Ctrl+Page down"), HelpDialogs::tr("Saves the form and opens the patient's next one")},
        {HelpDialogs::tr("Ctrl+Shift+Page down"), HelpDialogs::tr("Saves the form and opens it for the next patient")},
        {HelpDialogs::tr("Ctrl+Shift+S"), HelpDialogs::tr("Saves the form and stays in it")},
        {HelpDialogs::tr("F10"), HelpDialogs::tr("Goes to the end of the form")},
        {HelpDialogs::tr("Down"), HelpDialogs::tr("From the search to the table")},
        {HelpDialogs::tr("Esc"), HelpDialogs::tr("Clears the search, closes a question")}};
    int row = 0;
    for (const auto& [key, words] : keys)
        list->setRow(QString::number(row++), key, words);
    return list;
}

} // namespace

void openKeysDialog(QWidget* parent, const ShellActions& actions)
{
    auto* body = new QWidget;
    body->setObjectName(u"page"_s);
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::of(parent).scaled(40));
    auto* left = new QVBoxLayout;
    left->addWidget(makeLabel(HelpDialogs::tr("Commands"), Theme::Type::Section));
    left->addWidget(menuKeys(actions));
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(makeLabel(HelpDialogs::tr("In forms and tables"), Theme::Type::Section));
    right->addWidget(placeKeys());
    right->addStretch(1);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    QDialog* dialog = makeDialog(parent, HelpDialogs::tr("Keys"), scroll);
    dialog->resize(Theme::of(parent).scaled(820), Theme::of(parent).scaled(560));
    dialog->open();
}

void openAboutDialog(QWidget* parent)
{
    auto* words = makeParagraph(
        HelpDialogs::tr(
            "Version %1\n\nThe desk of a clinical study site: patients, reports, synchronisation and a provable "
            "audit trail.\n\nFree software under the GNU General Public License, version 3 or later. It comes "
            "with no warranty.")
            .arg(QLatin1String(SITEBOOK_VERSION)));
    words->setMinimumWidth(Theme::of(parent).scaled(420));
    makeDialog(parent, u"Sitebook"_s, words)->open();
}

} // namespace sitebook
