// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fields.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace sitebook {

// The field of one question. What is being edited and what was committed are two values: typing changes the first and
// tells edited(); Enter, Tab, leaving the field or choosing an answer commits, and committed() is told once per change.
// Enter never does more than ask for the next field. F9 opens the menu of missing reasons.
class ItemEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ItemEditor(QWidget* parent = nullptr);

    // As it stands in the field, in the form that is stored; the text as typed where it cannot be understood.
    [[nodiscard]] FieldValue value() const;
    [[nodiscard]] const FieldValue& committedValue() const { return m_committed; }
    // Puts a value in and takes it as committed; tells nobody.
    void setValue(const FieldValue& value);
    void commit();
    void setMissing(MissingReason reason); // commits; None only clears the reason
    void clear();                          // commits an empty value
    void setUnit(const QString& unit);
    virtual void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    // False for computed values: they are shown, never reached by the keyboard.
    [[nodiscard]] virtual bool isEditable() const { return true; }
    // For screen readers; reaches the inner widgets.
    virtual void setLabel(const QString& question);
    void popupMissingMenu();
    // What the checks say of it; none: nothing. Colours the field's frame, and is read out.
    void setTone(const QString& toneName, const QString& sentence);

Q_SIGNALS:
    void historyRequested(); // of this answer
    void edited();
    void committed(const sitebook::FieldValue& value);
    void advanceRequested(); // Enter
    void undoRequested();    // the field itself has nothing to take back
    void redoRequested();
    void entered(); // the keyboard came here

protected:
    [[nodiscard]] virtual QString text() const = 0; // in the stored form
    virtual void setText(const QString& text) = 0;  // from the stored form; must not tell typed()
    virtual void showCommitted() {}                 // may tidy what is displayed after a commit
    void setInput(QWidget* input);                  // the one widget before unit and missing chip
    void watch(QWidget* keyTarget);                 // Enter, F9, focus in and out of this widget
    void typed();                                   // subclasses: the person changed the field
    [[nodiscard]] virtual bool takesEnter(const QKeyEvent&) const { return true; }
    // Keys the subclass handles before the common ones; true: done.
    virtual bool handleKey(const QKeyEvent&) { return false; }
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    bool handleUndo(QObject* object, QKeyEvent& key);
    void showMissing();

    QHBoxLayout* m_line = nullptr;
    QWidget* m_input = nullptr;
    QWidget* m_unit = nullptr;
    QToolButton* m_missingChip = nullptr;
    FieldValue m_committed;
    MissingReason m_missing = MissingReason::None;
    bool m_readOnly = false;
};

} // namespace sitebook
