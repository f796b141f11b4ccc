// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * From model-independent facts to what scores are computed from. A frame holds what is known of an
 * organisation at one moment: day partials of metrics, counts of assets per combination of facts,
 * populations, the state of every feed, the estate register and attestations. Evaluating a model
 * over a frame is a pure function.
 */
@NullMarked
package dev.tidemark.maturity.evidence;

import org.jspecify.annotations.NullMarked;
