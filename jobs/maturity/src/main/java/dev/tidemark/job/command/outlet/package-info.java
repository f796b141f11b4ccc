// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The commands about outlets. */
@NullMarked
package dev.tidemark.job.command.outlet;

import org.jspecify.annotations.NullMarked;
