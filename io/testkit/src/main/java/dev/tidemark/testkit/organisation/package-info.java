// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A company that does not exist: people, platforms, data, pipelines, queries, costs and models,
 * with a year of history and a present that goes on with the clock. Everything is a pure function
 * of size, seed and time, neutral to platforms; a fake says it in its vendor's terms.
 */
@NullMarked
package dev.tidemark.testkit.organisation;

import org.jspecify.annotations.NullMarked;
