// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Outlets: who is told what was committed, and how. */
@NullMarked
package dev.tidemark.outlet;

import org.jspecify.annotations.NullMarked;
