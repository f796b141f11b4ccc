// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** What streams read, as OpenLineage tells of runs. */
@NullMarked
package dev.tidemark.outlet.lineage;

import org.jspecify.annotations.NullMarked;
