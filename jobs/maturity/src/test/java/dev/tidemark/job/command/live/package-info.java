// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of watching a run, without one. */
@NullMarked
package dev.tidemark.job.command.live;

import org.jspecify.annotations.NullMarked;
