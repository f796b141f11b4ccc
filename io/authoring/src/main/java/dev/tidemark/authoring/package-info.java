// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What connectors are written with, whatever platform they read: the fields of a record, pages
 * while they are read, places in a stream, names and keys, metric events in the catalogue's units,
 * and work that can be interrupted.
 */
@NullMarked
package dev.tidemark.authoring;

import org.jspecify.annotations.NullMarked;
