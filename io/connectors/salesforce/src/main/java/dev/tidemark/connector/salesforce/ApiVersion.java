// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.http.Call;
import dev.tidemark.http.Conversation;
import dev.tidemark.http.JsonShape;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A release of the interface. The newest one both sides know is spoken, so that a new release of
 * the vendor's changes nothing here.
 *
 * @param number such as 66
 */
record ApiVersion(int number) {
  private static final String PATH = "/services/data/";

  /** The newest whose reference was read. */
  private static final int NEWEST = 66;

  /** The oldest with everything that is asked for. */
  private static final int OLDEST = 60;

  /** Asks what the organisation serves: without a credential, and not counted by the vendor. */
  static ApiVersion negotiated(Conversation conversation) {
    List<Integer> served = new ArrayList<>();
    conversation.read(
        Call.get(PATH).anonymously(),
        JsonShape.each("", item -> served.add(number(RawJson.read(item)))));
    return served.stream()
        .filter(number -> number >= OLDEST && number <= NEWEST)
        .max(Comparator.naturalOrder())
        .map(ApiVersion::new)
        .orElseThrow(() -> unsupported(served));
  }

  private static int number(JsonNode item) {
    String version = item.path("version").asText("0");
    return Integer.parseInt(version.replaceFirst("\\..*", ""));
  }

  private static ConnectorException unsupported(List<Integer> served) {
    return ConnectorException.of(
        Category.UNSUPPORTED,
        "the organisation serves releases "
            + served
            + " of the API and none from "
            + OLDEST
            + " to "
            + NEWEST
            + ": check that the address is the one of a Salesforce organisation");
  }

  /** The path of a resource of this release. */
  String path(String resource) {
    return PATH + "v" + number + ".0/" + resource;
  }
}
