// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code tidemark} command.
 *
 * <p>Exit codes: 0 fine, 1 what was asked for failed, 2 wrong usage. Facts go to the standard
 * output, as JSON where {@code --json} asks for it; everything else goes to the standard error.
 * Stack traces go to the log file and nowhere else; secrets go nowhere.
 */
@NullMarked
package dev.tidemark.job.command;

import org.jspecify.annotations.NullMarked;
