// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The catalogue of standard metrics: what each one is called, which kinds of point it has, its
 * canonical units and the attributes and facts it may carry. Connectors emit nothing else and
 * scoring models read nothing else, so a name or a unit that is not here is an error on either
 * side.
 */
@NullMarked
package dev.tidemark.model.metric;

import org.jspecify.annotations.NullMarked;
