// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** What every contestant reads: pages made beforehand, and what they must come to. */
@NullMarked
package dev.tidemark.bench.workload;

import org.jspecify.annotations.NullMarked;
