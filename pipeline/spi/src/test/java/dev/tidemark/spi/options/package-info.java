// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Options as data, tested on an invented service. */
@NullMarked
package dev.tidemark.spi.options;

import org.jspecify.annotations.NullMarked;
