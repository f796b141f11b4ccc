// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Aim d: how long it takes until the score shows what has changed at a source. */
@NullMarked
package dev.tidemark.bench.freshness;

import org.jspecify.annotations.NullMarked;
