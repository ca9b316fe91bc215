// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/whydialog.h"

#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

struct WhyTexts
{
    Q_DECLARE_TR_FUNCTIONS(WhyTexts)
};

QString titleOf(const StudyDefinition& study, const QString& oid, const QString& language)
{
    const ItemDef* item = study.item(oid);
    const QString question = item ? item->question.in(language) : QString();
    return !question.isEmpty() ? question : item ? item->name : oid;
}

QLabel* plain(QLabel* label)
{
    label->setTextFormat(Qt::PlainText); // the study's words are no markup
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void addLine(QVBoxLayout& column, const WhyEntry& entry, const WhyLine& line, const StudyDefinition& study,
             const QString& language)
{
    // Many studies call a rule after its item.
    const ItemDef* item = study.item(entry.itemOid);
    const bool named = !line.name.isEmpty() && !line.name.startsWith(entry.itemOid) && item && line.name != item->name;
    const QString name = named ? QString(line.name + u": "_s) : QString();
    column.addWidget(plain(makeParagraph(name + outcomeSentence(line))));
    auto* rule = plain(makeLabel(line.rule));
    rule->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    rule->setAccessibleName(WhyTexts::tr("The rule as the study writes it: %1").arg(line.rule));
    column.addWidget(rule);
    const QString operands = operandsSentence(line, study, language);
    if (!operands.isEmpty())
        column.addWidget(plain(makeParagraph(operands, true)));
}

QWidget* contentOf(const StudyDefinition& study, const QString& language, const std::vector<WhyEntry>& entries)
{
    auto* content = new QWidget;
    const Theme& theme = Theme::of(content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, theme.between(), 0);
    column->setSpacing(theme.inside());
    for (const WhyEntry& entry : entries) {
        if (column->count() > 0)
            column->addSpacing(theme.blocks());
        auto* title = plain(makeLabel(titleOf(study, entry.itemOid, language)));
        title->setProperty("type", u"strong"_s);
        column->addWidget(title);
        for (const WhyLine& line : entry.lines) {
            column->addSpacing(theme.between());
            addLine(*column, entry, line, study, language);
        }
        if (entry.lines.empty())
            column->addWidget(makeParagraph(WhyTexts::tr("The study has no rule about this question."), true));
    }
    column->addStretch(1);
    return content;
}

} // namespace

QString outcomeSentence(const WhyLine& line)
{
    switch (line.outcome) {
    case WhyLine::Outcome::Asked:
        return WhyTexts::tr("It is asked: the rule that would hide it is not met.");
    case WhyLine::Outcome::NotAsked:
        return WhyTexts::tr("It is not asked now: the rule that hides it is met.");
    case WhyLine::Outcome::Needed:
        return WhyTexts::tr("An answer is needed now: the rule for that is met.");
    case WhyLine::Outcome::NotNeeded:
        return WhyTexts::tr("An answer is not needed now: the rule for that is not met.");
    case WhyLine::Outcome::Computed:
        return WhyTexts::tr("It is computed by a rule; now: %1.").arg(line.result);
    case WhyLine::Outcome::Passed:
        return WhyTexts::tr("The value passes this check.");
    case WhyLine::Outcome::Failed:
        return WhyTexts::tr("The value does not pass this check.");
    case WhyLine::Outcome::CannotTell:
        return WhyTexts::tr("The rule cannot tell yet: a value it needs is missing.");
    case WhyLine::Outcome::ByHand:
        return WhyTexts::tr("This rule cannot be run here (it is written in \"%1\"). Check it by hand.")
            .arg(line.context);
    }
    return {};
}

QString operandsSentence(const WhyLine& line, const StudyDefinition& study, const QString& language)
{
    QStringList texts;
    for (const WhyLine::Operand& operand : line.operands)
        texts.append(WhyTexts::tr("%1 = %2").arg(titleOf(study, operand.itemOid, language),
                                                 operand.value.isEmpty() ? WhyTexts::tr("no value") : operand.value));
    return texts.isEmpty() ? QString() : WhyTexts::tr("Now: %1").arg(texts.join(WhyTexts::tr("; ")));
}

void openWhyDialog(QWidget* parent, const StudyDefinition& study, const QString& language,
                   const std::vector<WhyEntry>& entries)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"why"_s);
    dialog->setWindowTitle(WhyTexts::tr("Why?"));
    const Theme& theme = Theme::of(dialog);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(theme.blocks(), theme.around(), theme.blocks(), theme.around());
    column->setSpacing(theme.around());
    auto* scroll = new QScrollArea(dialog);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(contentOf(study, language, entries));
    column->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox(dialog);
    buttons->addButton(WhyTexts::tr("&Close"), QDialogButtonBox::RejectRole)->setFocus();
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(buttons);
    dialog->resize(theme.scaled(560), theme.scaled(entries.size() > 1 ? 460 : 300));
    dialog->open();
}

} // namespace sitebook
