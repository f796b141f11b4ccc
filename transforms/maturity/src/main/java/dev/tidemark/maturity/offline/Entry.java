// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import dev.tidemark.maturity.score.Coordinate;
import java.util.OptionalDouble;

/**
 * One line of evidence as it was written.
 *
 * @param eligible the eligible population of a census whose model does not fix it
 * @param grace the age in days that still counts as fresh, where neither model nor default fits
 */
record Entry(
    Coordinate coordinate,
    double raw,
    double observations,
    double ageDays,
    OptionalDouble eligible,
    OptionalDouble grace) {}
