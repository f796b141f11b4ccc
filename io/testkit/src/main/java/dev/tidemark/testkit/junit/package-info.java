// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The conformance kit as JUnit tests: what a connector's test extends. Needs JUnit Jupiter. */
@NullMarked
package dev.tidemark.testkit.junit;

import org.jspecify.annotations.NullMarked;
