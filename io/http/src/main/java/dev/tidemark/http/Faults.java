// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/**
 * Turns what went wrong on the way into a category and a message with a remedy. Causes are kept
 * without their messages where those may quote what was sent or received.
 */
final class Faults {
  private static final String AGAIN =
      ": it is read again; if that stays so, see what answers at the address";

  private Faults() {}

  /** Nothing came back to a call. */
  static ConnectorException sending(String label, Throwable cause) {
    if (caused(cause, UnknownHostException.class)) {
      return of(Category.TRANSIENT, label + ": the host name is unknown: check the address", cause);
    }
    if (caused(cause, SSLException.class)) {
      return of(
          Category.CONFIG,
          label + ": no trusted TLS connection: check the address and the server's certificate",
          cause);
    }
    if (caused(cause, HttpConnectTimeoutException.class)) {
      return of(Category.TRANSIENT, label + ": no connection in time: check network", cause);
    }
    if (caused(cause, HttpTimeoutException.class)) {
      return of(Category.TRANSIENT, label + ": no answer in time: it is tried again", cause);
    }
    return of(
        Category.TRANSIENT,
        label + ": the connection failed: check the address, network and firewalls",
        cause);
  }

  /** An answer broke off or cannot be understood. */
  static ConnectorException reading(String label, IOException cause) {
    if (cause instanceof TooLargeException tooLarge) {
      return of(Category.DATA, label + " brought " + tooLarge.getMessage(), cause);
    }
    if (cause instanceof UnreadableException unreadable) {
      return of(Category.DATA, label + " brought " + unreadable.getMessage(), cause);
    }
    if (cause instanceof HttpTimeoutException) {
      return of(Category.TRANSIENT, label + ": the answer stalled: it is tried again", cause);
    }
    if (cause instanceof JsonEOFException || cause instanceof EOFException) {
      return of(
          Category.TRANSIENT, label + ": the answer ends too early: it is tried again", cause);
    }
    if (cause instanceof ZipException) {
      return of(Category.DATA, label + " brought a body that cannot be decompressed", cause);
    }
    if (cause instanceof CharConversionException) {
      return of(Category.DATA, label + " brought a body that is not in UTF-8", cause);
    }
    return cause instanceof JsonProcessingException json
        ? malformed(label, json)
        : of(Category.TRANSIENT, label + ": the answer broke off: it is tried again", cause);
  }

  static ConnectorException interrupted(String what) {
    Thread.currentThread().interrupt();
    return ConnectorException.of(Category.TRANSIENT, "interrupted while " + what);
  }

  private static ConnectorException malformed(String label, JsonProcessingException cause) {
    String what = cause instanceof StreamConstraintsException ? "exceeds a limit" : "is no JSON";
    String place =
        cause.getLocation() == null ? "" : " at byte " + cause.getLocation().getByteOffset();
    return of(Category.DATA, label + " brought a body that " + what + place + AGAIN, cause);
  }

  private static ConnectorException of(Category category, String message, Throwable cause) {
    IOException silent = new IOException(cause.getClass().getName());
    silent.setStackTrace(cause.getStackTrace());
    return ConnectorException.of(category, message, silent);
  }

  private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
