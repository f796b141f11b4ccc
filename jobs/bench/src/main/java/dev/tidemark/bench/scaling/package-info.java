// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Aim e: many connectors, many keys, and how soon a killed job goes on. */
@NullMarked
package dev.tidemark.bench.scaling;

import org.jspecify.annotations.NullMarked;
