// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** What a connector's documents must hold, and what is generated for them from declarations. */
@NullMarked
package dev.tidemark.testkit.document;

import org.jspecify.annotations.NullMarked;
