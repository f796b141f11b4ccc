// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The command that says how reading goes. */
@NullMarked
package dev.tidemark.job.command.status;

import org.jspecify.annotations.NullMarked;
