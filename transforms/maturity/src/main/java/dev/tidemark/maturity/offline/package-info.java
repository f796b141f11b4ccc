// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Scoring without a database: a model file and an evidence file in, scores and their explanation
 * out.
 */
@NullMarked
package dev.tidemark.maturity.offline;

import org.jspecify.annotations.NullMarked;
