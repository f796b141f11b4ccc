// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Events held to the catalogue. */
@NullMarked
package dev.tidemark.model.event;

import org.jspecify.annotations.NullMarked;
