// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogprompt.h"

#include "ui/session/passwordfield.h"
#include "ui/shell/questiondialog.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

class Prompt final
{
    Q_DECLARE_TR_FUNCTIONS(DialogPrompt)
};

QWidget* windowOf(QWidget* parent)
{
    return parent ? parent->window() : QApplication::activeWindow();
}

// The reasons a site gives again and again; anything else is typed.
QStringList usualReasons()
{
    return {Prompt::tr("Entry error"), Prompt::tr("Source document was corrected"),
            Prompt::tr("New information from the source"), Prompt::tr("Answer to a query")};
}

void openFileDialog(QFileDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void DialogPrompt::decide(QWidget* parent, const QString& title, const QString& text, const QStringList& buttons,
                          std::function<void(int)> answer)
{
    auto* dialog = new QuestionDialog(title, text, windowOf(parent));
    // The safe one is first in `buttons`, the default, and stands at the far end like every primary button.
    for (int i = static_cast<int>(buttons.size()) - 1; i >= 0; --i)
        dialog->addButton(buttons[i], i, i == 0);
    QObject::connect(dialog, &QuestionDialog::chosen, parent ? parent : dialog, answer);
    dialog->open();
}

void DialogPrompt::askReason(QWidget* parent, const QString& title, const QString& text,
                             std::function<void(const QString&)> answer)
{
    askWhy(parent, title, text, usualReasons(), std::move(answer));
}

void DialogPrompt::askWhy(QWidget* parent, const QString& title, const QString& text, const QStringList& usual,
                          std::function<void(const QString&)> answer)
{
    auto* dialog = new QuestionDialog(title, text, windowOf(parent));
    auto* choices = new QButtonGroup(dialog);
    for (const QString& reason : usual) {
        auto* button = new QRadioButton(reason);
        choices->addButton(button);
        dialog->content()->addWidget(button);
    }
    auto* other = new QRadioButton(Prompt::tr("Another reason:"));
    choices->addButton(other);
    dialog->content()->addWidget(other);
    auto* typed = new QPlainTextEdit;
    typed->setObjectName(u"reason"_s);
    typed->setTabChangesFocus(true);
    typed->setFixedHeight(Theme::of(dialog).scaled(72));
    typed->setAccessibleName(Prompt::tr("Reason for change"));
    dialog->content()->addWidget(typed);
    dialog->addButton(Prompt::tr("Cancel"), 0, false);
    dialog->addButton(Prompt::tr("Save with this reason"), 1, true);
    const auto reason = [choices, other, typed] {
        const QAbstractButton* chosen = choices->checkedButton();
        return chosen && chosen != other ? chosen->text() : typed->toPlainText().trimmed();
    };
    const auto refresh = [dialog, reason] { dialog->setPrimaryEnabled(!reason().isEmpty()); };
    QObject::connect(typed, &QPlainTextEdit::textChanged, dialog, [other, typed, refresh] {
        if (!typed->toPlainText().isEmpty())
            other->setChecked(true);
        refresh();
    });
    QObject::connect(choices, &QButtonGroup::buttonClicked, dialog, [other, typed, refresh](QAbstractButton* button) {
        if (button == other)
            typed->setFocus();
        refresh();
    });
    QObject::connect(dialog, &QuestionDialog::chosen, parent ? parent : dialog, [reason, answer](int index) {
        if (index == 1 && !reason().isEmpty())
            answer(reason());
    });
    refresh();
    choices->buttons().constFirst()->setFocus();
    dialog->open();
}

void DialogPrompt::askPassword(QWidget* parent, const QString& title, const QString& text,
                               std::function<void(const QString&)> answer)
{
    auto* dialog = new QuestionDialog(title, text, windowOf(parent));
    auto* field = new PasswordField;
    field->setObjectName(u"password"_s);
    dialog->content()->addWidget(new FieldRow(Prompt::tr("Password"), field));
    dialog->addButton(Prompt::tr("Cancel"), 0, false);
    dialog->addButton(Prompt::tr("Continue"), 1, true);
    dialog->setPrimaryEnabled(false);
    QObject::connect(field, &QLineEdit::textChanged, dialog,
                     [dialog](const QString& typed) { dialog->setPrimaryEnabled(!typed.isEmpty()); });
    QObject::connect(dialog, &QuestionDialog::chosen, parent ? parent : dialog, [field, answer](int index) {
        if (index == 1)
            answer(field->text());
    });
    field->setFocus();
    dialog->open();
}

void DialogPrompt::chooseFolder(QWidget* parent, const QString& title, const QString& start,
                                std::function<void(const QString&)> answer)
{
    auto* dialog = new QFileDialog(windowOf(parent), title, start);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent ? parent : dialog, answer);
    openFileDialog(dialog);
}

void DialogPrompt::chooseFiles(QWidget* parent, const QString& title, const QString& filter,
                               std::function<void(const QStringList&)> answer)
{
    auto* dialog = new QFileDialog(windowOf(parent), title, QString(), filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent ? parent : dialog, answer);
    openFileDialog(dialog);
}

} // namespace sitebook
