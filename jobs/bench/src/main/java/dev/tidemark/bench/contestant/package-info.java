// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Who is measured, and the process each is measured in. */
@NullMarked
package dev.tidemark.bench.contestant;

import org.jspecify.annotations.NullMarked;
