// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Documents of connectors. */
@NullMarked
package dev.tidemark.testkit.document;

import org.jspecify.annotations.NullMarked;
