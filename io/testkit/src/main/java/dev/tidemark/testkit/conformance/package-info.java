// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What every connector must prove: one class per contract, run against a candidate from a test or
 * from the command line.
 */
@NullMarked
package dev.tidemark.testkit.conformance;

import org.jspecify.annotations.NullMarked;
