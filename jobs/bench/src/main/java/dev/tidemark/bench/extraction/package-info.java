// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Aim c: extraction over HTTP, against what a client can do at most and against another extractor.
 */
@NullMarked
package dev.tidemark.bench.extraction;

import org.jspecify.annotations.NullMarked;
