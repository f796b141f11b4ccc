// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

/**
 * A parameter that is an array of one column's values.
 *
 * @param type the name of the element type
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SqlArray(String type, Object[] values) {}
