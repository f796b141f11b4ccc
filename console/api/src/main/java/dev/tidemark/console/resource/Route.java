// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** One thing that can be asked for; the description of the API has exactly these. */
public record Route(HandlerType method, String path, Handler handler) {
  @Override
  public String toString() {
    return method + " " + path;
  }
}
