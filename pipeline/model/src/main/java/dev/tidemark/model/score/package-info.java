// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Scores as rows: what the scorer publishes and the database keeps. */
@NullMarked
package dev.tidemark.model.score;

import org.jspecify.annotations.NullMarked;
