// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The commands that show scores. */
@NullMarked
package dev.tidemark.job.command.score;

import org.jspecify.annotations.NullMarked;
