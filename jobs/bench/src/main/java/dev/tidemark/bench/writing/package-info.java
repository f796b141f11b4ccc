// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** What writing costs: our commits against COPY into the same table. */
@NullMarked
package dev.tidemark.bench.writing;

import org.jspecify.annotations.NullMarked;
