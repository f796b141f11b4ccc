// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Daily closes: what is kept of a day so that the next one can be explained exactly, and the step
 * from one to the next. A live score is the same step towards a day that is not over.
 */
@NullMarked
package dev.tidemark.maturity.close;

import org.jspecify.annotations.NullMarked;
