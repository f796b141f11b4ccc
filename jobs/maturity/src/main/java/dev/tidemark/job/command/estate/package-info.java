// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The commands about the estate register: which platforms count, and what applies to them. */
@NullMarked
package dev.tidemark.job.command.estate;

import org.jspecify.annotations.NullMarked;
