// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Java processes of their own that answer line by line. */
@NullMarked
package dev.tidemark.bench.process;

import org.jspecify.annotations.NullMarked;
