// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/passwordpair.h"

#include "ui/session/passwordfield.h"
#include "ui/session/passwordstrength.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/label.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

struct StrengthLook
{
    QString words;
    Tone tone;
    int bars;
};

StrengthLook lookOf(PasswordStrength strength)
{
    switch (strength) {
    case PasswordStrength::TooShort:
        return {PasswordPair::tr("At least %1 characters; a sentence of four words is good.").arg(shortestPassword),
                Tone::Neutral, 0};
    case PasswordStrength::Weak:
        return {PasswordPair::tr("Weak: easy to guess. Make it longer."), Tone::Danger, 1};
    case PasswordStrength::Fair:
        return {PasswordPair::tr("Fair. A few more words make it strong."), Tone::Attention, 2};
    case PasswordStrength::Strong:
        return {PasswordPair::tr("Strong."), Tone::Success, 3};
    }
    return {};
}

// Three bars that fill with the strength; the words beside them say the same.
class StrengthMeter final : public QWidget
{
public:
    using QWidget::QWidget;
    void setLook(int bars, Tone tone)
    {
        m_bars = bars;
        m_tone = tone;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {Theme::of(this).scaled(84), Theme::of(this).scaled(6)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const int slot = width() / 3;
        for (int i = 0; i < 3; ++i) {
            painter.setBrush(i < m_bars ? theme.strong(m_tone) : theme.hairline());
            painter.drawRoundedRect(QRect(i * slot, 0, slot - 3, height()), 3, 3);
        }
    }

private:
    int m_bars = 0;
    Tone m_tone = Tone::Neutral;
};

std::optional<Finding> problem(const QString& text)
{
    Finding finding;
    finding.message.text = text;
    return finding;
}

} // namespace

PasswordPair::PasswordPair(QWidget* parent)
    : QWidget(parent)
    , m_first(new PasswordField(this))
    , m_second(new PasswordField(this))
    , m_firstRow(new FieldRow(tr("New password"), m_first, this))
    , m_secondRow(new FieldRow(tr("The same again"), m_second, this))
    , m_meter(new StrengthMeter(this))
    , m_hint(makeLabel({}, Theme::Type::Small, true, this))
{
    const Theme& theme = Theme::of(this);
    m_first->setObjectName(u"newPassword"_s);
    m_second->setObjectName(u"repeatPassword"_s);
    m_meter->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* hintLine = new QHBoxLayout;
    hintLine->addWidget(m_meter);
    hintLine->addWidget(m_hint, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.between());
    column->addWidget(m_firstRow);
    column->addLayout(hintLine);
    column->addWidget(m_secondRow);
    connect(m_first, &QLineEdit::textChanged, this, [this] {
        m_firstRow->setFinding({});
        refreshHint();
    });
    connect(m_second, &QLineEdit::textChanged, this, [this] { m_secondRow->setFinding({}); });
    setFocusProxy(m_first);
    refreshHint();
}

void PasswordPair::setUserName(const QString& userName)
{
    m_userName = userName;
    refreshHint();
}

QString PasswordPair::password() const
{
    return m_first->text();
}

bool PasswordPair::validate()
{
    if (m_first->text().size() < shortestPassword) {
        showFinding(tr("The password needs at least %1 characters.").arg(shortestPassword));
        return false;
    }
    if (m_second->text() != m_first->text()) {
        m_secondRow->setFinding(problem(tr("The two passwords differ. Type the same one again.")));
        m_second->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

void PasswordPair::showFinding(const QString& text)
{
    m_firstRow->setFinding(problem(text));
    m_first->setFocus(Qt::OtherFocusReason);
}

void PasswordPair::clear()
{
    m_first->clear();
    m_second->clear();
}

void PasswordPair::refreshHint()
{
    const StrengthLook look = lookOf(passwordStrength(m_first->text(), m_userName));
    static_cast<StrengthMeter*>(m_meter)->setLook(look.bars, look.tone);
    m_hint->setText(look.words);
}

} // namespace sitebook
