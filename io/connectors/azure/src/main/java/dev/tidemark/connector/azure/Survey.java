// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

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
    look("storage account", Resources::storageAccounts, objects);
    look("data factory", Resources::factories, objects);
    look("machine learning workspace", Resources::workspaces, objects);
    return new Discovery(
        AzureStreams.ALL.discovered(), objects.stream().limit(MOST_OBJECTS).toList());
  }

  private void look(String kind, Resources.Listing listing, List<DiscoveredObject> objects) {
    for (Part part : Resources.parts(session, listing)) {
      ConnectorException failure = part.failure();
      objects.add(
          failure == null
              ? new DiscoveredObject(kind, part.name(), part.place())
              : new DiscoveredObject(
                  "failure", part.place(), String.valueOf(failure.getMessage())));
    }
  }
}
