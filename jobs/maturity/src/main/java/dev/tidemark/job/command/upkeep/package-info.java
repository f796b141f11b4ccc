// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The commands that keep an installation in order: its key and what could not be used. */
@NullMarked
package dev.tidemark.job.command.upkeep;

import org.jspecify.annotations.NullMarked;
