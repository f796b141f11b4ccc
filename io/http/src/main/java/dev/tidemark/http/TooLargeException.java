// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.io.IOException;

/** More came than is allowed; the message says of what. */
final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  TooLargeException(String what, long most) {
    super(what + " of more than " + most + " bytes: raise the limit or ask for less");
  }
}
