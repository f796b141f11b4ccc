// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Part;
import dev.tidemark.spi.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What there is in the tenant's subscriptions. */
final class Resources {
  /** Others are being closed down and show nothing. */
  private static final Set<String> ALIVE = Set.of("enabled", "warned", "pastdue");

  private Resources() {}

  /** Ids of the subscriptions that are read. */
  static List<String> subscriptions(Session session) {
    List<String> named = session.scope().subscriptions();
    return named.isEmpty() ? session.shared("subscriptions", () -> visible(session)) : named;
  }

  /** Each subscription as a part. */
  static List<Part> subscriptionParts(Session session) {
    return subscriptions(session).stream().map(Part::of).toList();
  }

  /** Storage accounts of a subscription that are to be read. */
  static List<Resource> storageAccounts(Session session, String subscription) {
    return all(
        session,
        subscription,
        Api.STORAGE,
        "Microsoft.Storage/storageAccounts",
        it -> session.scope().storage().contains(it.name()));
  }

  static List<Resource> factories(Session session, String subscription) {
    return all(
        session, subscription, Api.DATA_FACTORY, "Microsoft.DataFactory/factories", it -> true);
  }

  static List<Resource> workspaces(Session session, String subscription) {
    return all(
        session,
        subscription,
        Api.MACHINE_LEARNING,
        "Microsoft.MachineLearningServices/workspaces",
        it -> true);
  }

  /** A listing of resources, subscription by subscription. */
  interface Listing {
    List<Resource> read(Session session, String subscription);
  }

  /** Each resource as a part; a subscription that cannot be looked into is one failed part. */
  static List<Part> parts(Session session, Listing listing) {
    List<Part> parts = new ArrayList<>();
    for (String subscription : subscriptions(session)) {
      try {
        listing.read(session, subscription).forEach(it -> parts.add(it.part()));
      } catch (ConnectorException failure) {
        if (!Part.isRefusedBy(failure)) {
          throw failure;
        }
        parts.add(Part.failed(failure, subscription));
      }
    }
    return parts;
  }

  /** The resource a part is. */
  static Resource require(Session session, Part part, Listing listing) {
    return listing.read(session, part.place()).stream()
        .filter(it -> it.part().path().equals(part.path()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no resource is at " + part.path()));
  }

  private static List<Resource> all(
      Session session, String subscription, Api api, String type, Predicate<Resource> which) {
    return session.shared(
        type + " of " + subscription,
        () ->
            session.list(api, "/subscriptions/" + subscription + "/providers/" + type).stream()
                .map(Resource::of)
                .filter(which)
                .toList());
  }

  private static List<String> visible(Session session) {
    return session.list(Api.SUBSCRIPTIONS, "/subscriptions").stream()
        .filter(Resources::isAlive)
        .map(it -> it.path("subscriptionId").asText().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean isAlive(JsonNode subscription) {
    return ALIVE.contains(subscription.path("state").asText("enabled").toLowerCase(Locale.ROOT));
  }
}
