// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the connector. */
@NullMarked
package dev.tidemark.connector.azure;

import org.jspecify.annotations.NullMarked;
