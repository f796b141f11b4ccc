// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** How contestants are measured. */
@NullMarked
package dev.tidemark.bench.harness;

import org.jspecify.annotations.NullMarked;
