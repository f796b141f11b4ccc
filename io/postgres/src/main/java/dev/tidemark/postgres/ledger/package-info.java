// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The ledger over Tidemark's own tables: one class per question the pipeline asks. */
@NullMarked
package dev.tidemark.postgres.ledger;

import org.jspecify.annotations.NullMarked;
