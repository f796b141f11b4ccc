// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The maturity pipeline, its main class and the tidemark command. */
@NullMarked
package dev.tidemark.job;

import org.jspecify.annotations.NullMarked;
