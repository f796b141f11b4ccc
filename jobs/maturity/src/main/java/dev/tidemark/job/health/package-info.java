// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** How a running pipeline is doing, for machines that watch it: health checks and OpenMetrics. */
@NullMarked
package dev.tidemark.job.health;

import org.jspecify.annotations.NullMarked;
