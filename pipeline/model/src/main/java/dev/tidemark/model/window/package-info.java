// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Windows of metrics: their keys and the partial aggregates they hold. */
@NullMarked
package dev.tidemark.model.window;

import org.jspecify.annotations.NullMarked;
