// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/slideritemeditor.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSlider>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace sitebook {

SliderItemEditor::SliderItemEditor(int least, int most, const QStringList& anchors, QWidget* parent)
    : ItemEditor(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_number(new QLabel(this))
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::of(this).around());
    m_slider->setRange(least, most);
    m_slider->setMinimumWidth(Theme::of(this).scaled(320));
    m_slider->setPageStep(qMax(1, (most - least) / 10));
    m_number->setMinimumWidth(m_number->fontMetrics().horizontalAdvance(QString::number(most)) * 2);
    grid->addWidget(m_slider, 0, 0, 1, qMax(qsizetype(1), anchors.size()));
    grid->addWidget(m_number, 0, static_cast<int>(qMax(qsizetype(1), anchors.size())));
    for (int i = 0; i < anchors.size(); ++i) {
        auto* word = new QLabel(anchors[i], box);
        word->setTextFormat(Qt::PlainText);
        word->setProperty("muted", true);
        word->setProperty("type", u"small"_s);
        const auto side = i == 0 ? Qt::AlignLeft : i == anchors.size() - 1 ? Qt::AlignRight : Qt::AlignHCenter;
        grid->addWidget(word, 1, i, side);
    }
    setInput(box);
    watch(m_slider);
    connect(m_slider, &QSlider::valueChanged, this, &SliderItemEditor::moved);
    connect(m_slider, &QSlider::sliderPressed, this, &SliderItemEditor::moved);
    connect(m_slider, &QSlider::sliderReleased, this, &SliderItemEditor::commit);
    setText({});
}

void SliderItemEditor::setLabel(const QString& question)
{
    setAccessibleName(question);
    m_slider->setAccessibleName(question);
}

void SliderItemEditor::setText(const QString& text)
{
    m_text = text;
    const QSignalBlocker quiet(m_slider);
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    m_slider->setValue(isNumber ? qRound(value) : m_slider->minimum());
    m_slider->setProperty("unanswered", !isNumber);
    m_number->setText(isNumber ? text : tr("Not set"));
    m_number->setEnabled(isNumber);
}

void SliderItemEditor::moved()
{
    if (isReadOnly())
        return;
    setText(QString::number(m_slider->value()));
    typed();
    if (!m_slider->isSliderDown())
        commit();
}

bool SliderItemEditor::handleKey(const QKeyEvent& key)
{
    if (isReadOnly())
        return false;
    if (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace) {
        clear();
        return true;
    }
    // Home on an unanswered slider moves nothing, but answers.
    if (key.key() == Qt::Key_Home && m_text.isEmpty()) {
        moved();
        return true;
    }
    return false;
}

void SliderItemEditor::setReadOnly(bool readOnly)
{
    m_slider->setEnabled(!readOnly);
    ItemEditor::setReadOnly(readOnly);
}

} // namespace sitebook
