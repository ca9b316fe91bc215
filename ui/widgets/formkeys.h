// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace sitebook {

// Keys inside a form: Enter goes to the next field and never submits or leaves; Ctrl+Enter does so from a text of
// several lines. On a button Enter does nothing (Space and the shortcut press it). Lives as a child of the form's top
// widget.
class FormKeys final : public QObject
{
    Q_OBJECT
public:
    explicit FormKeys(QWidget* form);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool focusNext(QWidget* from) const;
    QWidget* m_form;
};

} // namespace sitebook
