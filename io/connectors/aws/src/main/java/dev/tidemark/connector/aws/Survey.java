// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Part;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.Discovery.DiscoveredObject;
import java.util.ArrayList;
import java.util.List;

/** What there is, bounded to what a person can read. Used once, by one thread. */
record Survey(Session session) {
  private static final int MOST_OBJECTS = 1_000;

  Discovery discovery() {
    List<DiscoveredObject> objects = new ArrayList<>();
    look(
        "buckets",
        objects,
        () ->
            BucketList.read(session).forEach(it -> add("bucket", it.name(), it.region(), objects)));
    for (String region : session.account().regions()) {
      look(
          region,
          objects,
          () ->
              Catalog.databases(session, region)
                  .forEach(name -> add("database", region + "/" + name, "Glue", objects)));
    }
    session.scope().warehouses().forEach(it -> add("database", it.address(), "Redshift", objects));
    return new Discovery(
        AwsStreams.ALL.discovered(), objects.stream().limit(MOST_OBJECTS).toList());
  }

  private static void add(String kind, String name, String detail, List<DiscoveredObject> objects) {
    objects.add(new DiscoveredObject(kind, name, detail));
  }

  private static void look(String name, List<DiscoveredObject> objects, Runnable question) {
    try {
      question.run();
    } catch (ConnectorException failure) {
      if (!Part.isRefusedBy(failure)) {
        throw failure;
      }
      add("failure", name, String.valueOf(failure.getMessage()), objects);
    }
  }
}
