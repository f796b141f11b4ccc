// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** What a run leaves behind: raw rounds, a table, plots. */
@NullMarked
package dev.tidemark.bench.report;

import org.jspecify.annotations.NullMarked;
