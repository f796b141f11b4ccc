// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the health checks, over HTTP. */
@NullMarked
package dev.tidemark.job.health;

import org.jspecify.annotations.NullMarked;
