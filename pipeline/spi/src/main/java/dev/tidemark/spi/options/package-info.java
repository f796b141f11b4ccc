// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Options as data: one declaration parses, validates, masks, documents and draws the form. */
@NullMarked
package dev.tidemark.spi.options;

import org.jspecify.annotations.NullMarked;
