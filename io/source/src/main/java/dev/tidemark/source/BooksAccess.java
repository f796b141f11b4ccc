// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import java.io.Serializable;

/** How a running instance reaches the books: travels with the job; equal ones are shared. */
interface BooksAccess extends Serializable {
  Books open();
}
