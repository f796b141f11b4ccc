// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What tests of the whole are played with: processes, servers, a cluster, a workload, and ways to
 * tell what is true.
 */
@NullMarked
package dev.tidemark.e2e.world;

import org.jspecify.annotations.NullMarked;
