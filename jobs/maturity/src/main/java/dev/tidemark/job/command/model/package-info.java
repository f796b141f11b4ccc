// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The commands about versions of the scoring model. */
@NullMarked
package dev.tidemark.job.command.model;

import org.jspecify.annotations.NullMarked;
