// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the command, run in this process with its output captured. */
@NullMarked
package dev.tidemark.job.command;

import org.jspecify.annotations.NullMarked;
