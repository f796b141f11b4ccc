// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Aim d. */
@NullMarked
package dev.tidemark.bench.freshness;

import org.jspecify.annotations.NullMarked;
