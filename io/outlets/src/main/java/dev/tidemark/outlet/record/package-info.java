// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Noting what is new among what was committed, once for all outlets. */
@NullMarked
package dev.tidemark.outlet.record;

import org.jspecify.annotations.NullMarked;
