// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QWidget>

class QLabel;

namespace sitebook {

class KeyValueList;

// What was written: rows, size, digest and where, with the way to the folder.
class ExportResult final : public QWidget
{
    Q_OBJECT
public:
    explicit ExportResult(QWidget* parent = nullptr);
    void show(const ExportReceiptView& receipt);

private:
    void copyDigest();

    QLabel* m_title = nullptr;
    KeyValueList* m_facts = nullptr;
    ExportReceiptView m_receipt;
};

} // namespace sitebook
