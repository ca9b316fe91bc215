// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/recoverycodepage.h"

#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/label.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr int groupsInLine = 7;

QString normalised(const QString& text)
{
    static const QRegularExpression noise(u"[^0-9A-Za-z]"_s);
    return QString(text).remove(noise).toUpper();
}

} // namespace

RecoveryCodePage::RecoveryCodePage(QWidget* parent)
    : StartPage(parent)
    , m_codeBox(new QWidget)
    , m_grid(new QGridLayout(m_codeBox))
    , m_proof(new QLineEdit)
    , m_proofRow(new FieldRow(QString(), m_proof))
    , m_continue(makePrimaryButton(tr("I have kept it: go on")))
{
    const Theme& theme = Theme::of(this);
    setHeading(
        tr("Keep this recovery code"),
        tr("If the password is forgotten, this code is the only other way into the workspace. It is shown only now. "
           "Print it and keep it where your site keeps its keys."));
    auto* card = new Card;
    card->body()->addWidget(m_codeBox);
    m_grid->setContentsMargins(0, theme.inside(), 0, theme.inside());
    m_grid->setHorizontalSpacing(theme.around());
    m_grid->setVerticalSpacing(theme.between());
    content()->addWidget(card);
    auto* print = makeButton(tr("Print…"), u"print"_s);
    auto* save = makeButton(tr("Save as a file…"), u"save"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(print);
    buttons->addWidget(save);
    buttons->addStretch(1);
    content()->addLayout(buttons);
    m_proof->setObjectName(u"proof"_s);
    m_proof->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    content()->addWidget(m_proofRow);
    m_continue->setObjectName(u"confirmed"_s);
    content()->addWidget(m_continue, 0, Qt::AlignLeft);
    content()->addStretch(1);
    connect(print, &QPushButton::clicked, this, [this] { Q_EMIT printWanted(sheetText()); });
    connect(save, &QPushButton::clicked, this, [this] { Q_EMIT saveWanted(sheetText()); });
    connect(m_proof, &QLineEdit::textChanged, this, &RecoveryCodePage::refreshProof);
    connect(m_proof, &QLineEdit::returnPressed, this, [this] { m_continue->setFocus(Qt::TabFocusReason); });
    connect(m_continue, &QPushButton::clicked, this, &RecoveryCodePage::confirmed);
}

std::vector<int> RecoveryCodePage::askedGroups(int groupCount)
{
    if (groupCount < 3)
        return {};
    return {qMax(1, groupCount / 5), groupCount / 2 + 1, groupCount};
}

void RecoveryCodePage::setCode(const CreatedWorkspace& workspace, const QString& studyName, const SiteId& site)
{
    clearSecrets();
    m_groups = workspace.recoveryCode.split(u'-', Qt::SkipEmptyParts);
    m_path = workspace.path;
    m_study = studyName;
    m_site = site;
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(Theme::of(this).font(Theme::Type::Section).pointSizeF());
    const auto asked = askedGroups(static_cast<int>(m_groups.size()));
    for (int i = 0; i < m_groups.size(); ++i) {
        auto* number = makeLabel(QString::number(i + 1), Theme::Type::Small, true);
        auto* group = new QLabel(m_groups[i]);
        group->setFont(fixed);
        group->setAccessibleName(tr("Group %1: %2").arg(i + 1).arg(m_groups[i]));
        m_grid->addWidget(number, i / groupsInLine * 2, i % groupsInLine, Qt::AlignHCenter);
        m_grid->addWidget(group, i / groupsInLine * 2 + 1, i % groupsInLine, Qt::AlignHCenter);
    }
    if (asked.size() == 3)
        m_proofRow->setLabel(tr("Type groups %1, %2 and %3 from your copy").arg(asked[0]).arg(asked[1]).arg(asked[2]));
    else
        m_proofRow->setLabel(tr("Type the code from your copy"));
    refreshProof();
    m_proof->setFocus();
}

void RecoveryCodePage::clearSecrets()
{
    qDeleteAll(m_codeBox->findChildren<QLabel*>(Qt::FindDirectChildrenOnly));
    m_groups.clear();
    m_proof->clear();
}

QString RecoveryCodePage::sheetText() const
{
    QString code;
    for (int i = 0; i < m_groups.size(); ++i)
        code += m_groups[i] + (i + 1 == m_groups.size() ? u""_s : (i + 1) % groupsInLine == 0 ? u"\n"_s : u"-"_s);
    return tr("Recovery code of a Sitebook workspace") + u"\n\n"_s + tr("Study: %1").arg(m_study) + u'\n' +
           tr("Site: %1").arg(m_site.toString()) + u'\n' + tr("Folder: %1").arg(m_path) + u"\n\n"_s + code + u"\n\n"_s +
           tr("With this code a forgotten password can be replaced. Keep it locked away, apart from the computer.") +
           u'\n';
}

void RecoveryCodePage::refreshProof()
{
    QString wanted;
    const auto asked = askedGroups(static_cast<int>(m_groups.size()));
    for (const int group : asked)
        wanted += m_groups[group - 1];
    if (asked.empty())
        wanted = m_groups.join(QString());
    const QString typed = normalised(m_proof->text());
    const bool right = !wanted.isEmpty() && typed == normalised(wanted);
    m_continue->setEnabled(right);
    std::optional<Finding> finding;
    if (!right && typed.size() >= wanted.size() && !wanted.isEmpty()) {
        finding.emplace();
        finding->message.text = tr("This is not what the code says. Compare it letter by letter.");
    }
    m_proofRow->setFinding(finding);
}

} // namespace sitebook
