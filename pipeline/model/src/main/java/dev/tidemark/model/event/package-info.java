// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The standardised metric event connectors produce. */
@NullMarked
package dev.tidemark.model.event;

import org.jspecify.annotations.NullMarked;
