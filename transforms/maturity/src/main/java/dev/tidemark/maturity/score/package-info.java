// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The mathematics of a score: from the standing of every indicator on every stratum to indicator
 * values, dimensions, composites, levels, the exact reasons for every change and the gain of every
 * next step. Pure functions of their arguments: no clock, no state, no engine. Sums run in the
 * order of ids and logarithms and powers are StrictMath's, so that every machine gives the same
 * bits.
 */
@NullMarked
package dev.tidemark.maturity.score;

import org.jspecify.annotations.NullMarked;
