// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Folds pages into windows, exactly once and in order. */
@NullMarked
package dev.tidemark.window;

import org.jspecify.annotations.NullMarked;
