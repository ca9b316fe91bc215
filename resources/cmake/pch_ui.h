// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pch_core.h"
#include <QAbstractTableModel>
#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QWidget>
