// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What the bytes of a partial aggregate's sketch mean: sets of which the size matters, values of
 * which quantiles matter.
 */
@NullMarked
package dev.tidemark.sketch;

import org.jspecify.annotations.NullMarked;
