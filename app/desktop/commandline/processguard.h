// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sitebook {

// For a process that holds keys: files it makes are its person's alone, a crash leaves no image of its memory, and a
// reader of its output that goes away, or a limit on the size of files, does not end it.
void guardProcess();

} // namespace sitebook
