// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import dev.tidemark.console.web.Problem.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** Answers requests that are refused before they are read whole, also as problems. */
public final class EarlyFailures extends ErrorHandler {
  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    Kind kind = status == Kind.TOO_LARGE.status() ? Kind.TOO_LARGE : Kind.BAD_REQUEST;
    fields.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
    String json = Problem.of(kind, "The request cannot be read: it is malformed.").json();
    return ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
  }
}
