// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Holding a connector to its contracts from the command line. */
@NullMarked
package dev.tidemark.job.command.verify;

import org.jspecify.annotations.NullMarked;
