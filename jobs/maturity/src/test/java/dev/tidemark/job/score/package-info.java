// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of scores over a real PostgreSQL, without the engine between. */
@NullMarked
package dev.tidemark.job.score;

import org.jspecify.annotations.NullMarked;
