// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

/**
 * A figure at a time.
 *
 * @param hours since the first sample
 */
record Point(double hours, double value) {}
