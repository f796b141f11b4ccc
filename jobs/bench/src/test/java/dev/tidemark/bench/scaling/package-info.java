// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Aim e. */
@NullMarked
package dev.tidemark.bench.scaling;

import org.jspecify.annotations.NullMarked;
