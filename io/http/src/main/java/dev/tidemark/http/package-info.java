// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Reading sources over HTTP: credentials, pages, limits and errors, once for all connectors. */
@NullMarked
package dev.tidemark.http;

import org.jspecify.annotations.NullMarked;
