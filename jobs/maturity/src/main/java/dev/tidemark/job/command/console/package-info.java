// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The commands about who may use the console. */
@NullMarked
package dev.tidemark.job.command.console;

import org.jspecify.annotations.NullMarked;
