// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Aim c. */
@NullMarked
package dev.tidemark.bench.extraction;

import org.jspecify.annotations.NullMarked;
