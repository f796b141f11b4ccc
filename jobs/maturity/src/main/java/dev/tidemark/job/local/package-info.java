// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Running the pipeline: a Flink cluster inside this process, or one somewhere else.
 *
 * <p>Both are spoken to the same way: a job is submitted to a REST address, watched and cancelled
 * there. Nothing here knows what the pipeline does.
 */
@NullMarked
package dev.tidemark.job.local;

import org.jspecify.annotations.NullMarked;
