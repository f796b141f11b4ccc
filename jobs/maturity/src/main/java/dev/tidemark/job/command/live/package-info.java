// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Running the pipeline in front of a person: starting, showing the score as it moves, stopping. */
@NullMarked
package dev.tidemark.job.command.live;

import org.jspecify.annotations.NullMarked;
