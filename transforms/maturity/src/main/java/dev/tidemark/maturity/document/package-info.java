// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Reading what people write: a YAML or JSON text becomes a tree that remembers its lines, and a
 * checked view of that tree collects every problem before anything is refused.
 */
@NullMarked
package dev.tidemark.maturity.document;

import org.jspecify.annotations.NullMarked;
