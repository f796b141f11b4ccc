// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The commands about connectors. */
@NullMarked
package dev.tidemark.job.command.connector;

import org.jspecify.annotations.NullMarked;
