// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** What contestants read. */
@NullMarked
package dev.tidemark.bench.workload;

import org.jspecify.annotations.NullMarked;
