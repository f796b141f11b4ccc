// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Aim f. */
@NullMarked
package dev.tidemark.bench.idle;

import org.jspecify.annotations.NullMarked;
