// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.asset.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How things are named that events are about. */
public final class Urns {
  private Urns() {}

  /** A part of a name, so that neither spaces nor dots in it are taken for the name's own. */
  public static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
  }

  /** The account itself, as the connector to it. */
  public static Subject connector(Stratum stratum) {
    return new Subject("connector", stratum.urn());
  }
}
