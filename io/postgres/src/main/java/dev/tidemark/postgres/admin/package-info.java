// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What people do to an installation and ask of it, for the command line and whatever else serves
 * them: organisations, connectors, jobs, models, the estate register, status, scores, dead letters,
 * reconciliation and keys.
 */
@NullMarked
package dev.tidemark.postgres.admin;

import org.jspecify.annotations.NullMarked;
