// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.close;

import dev.tidemark.maturity.score.LevelState;

/**
 * Where one composite stood at a close.
 *
 * @param score S as it was published
 * @param performance the performance index: the running sum of what performance contributed to the
 *     maturity
 * @param level the level held
 */
public record CompositeClose(double score, double performance, LevelState level) {}
