// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.net.URI;
import java.util.Objects;

/** Addresses for people: without queries, fragments and users, which may hold secrets. */
final class Labels {
  private Labels() {}

  static String of(URI address) {
    Origin origin = Origin.of(address);
    boolean usual = origin.port() == (origin.isEncrypted() ? 443 : 80);
    String path = Objects.requireNonNullElse(address.getRawPath(), "");
    return origin.scheme() + "://" + origin.host() + (usual ? "" : ":" + origin.port()) + path;
  }

  static String of(Verb verb, URI address) {
    return verb + " " + of(address);
  }
}
