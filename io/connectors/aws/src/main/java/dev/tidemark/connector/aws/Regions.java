// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Part;
import dev.tidemark.spi.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Parts of an account by region. */
final class Regions {
  private Regions() {}

  /** Each region as a whole. */
  static List<Part> whole(Session session) {
    return session.account().regions().stream().map(Part::of).toList();
  }

  /** What each region is divided into; a region that cannot be looked into is one failed part. */
  static List<Part> divided(Session session, Function<String, Stream<String>> names) {
    List<Part> parts = new ArrayList<>();
    for (String region : session.account().regions()) {
      try {
        names.apply(region).map(name -> Part.of(region, name)).forEach(parts::add);
      } catch (ConnectorException failure) {
        if (!Part.isRefusedBy(failure)) {
          throw failure;
        }
        parts.add(Part.failed(failure, region));
      }
    }
    return parts;
  }
}
