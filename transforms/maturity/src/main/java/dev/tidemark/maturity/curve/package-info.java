// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Curves: how a raw value, in the unit of its metric, becomes a utility from 0 to 1. Direction is
 * expressed by the order of the anchors alone, and interpolation is on the raw value or on its
 * logarithm; nothing is ever inverted first.
 */
@NullMarked
package dev.tidemark.maturity.curve;

import org.jspecify.annotations.NullMarked;
