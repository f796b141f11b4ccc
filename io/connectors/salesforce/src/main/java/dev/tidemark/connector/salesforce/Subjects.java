// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;
import java.util.TreeMap;

/** Names of what records are about. */
final class Subjects {
  private Subjects() {}

  static Subject object(NormaliseContext context, String name) {
    return new Subject("object", context.stratum() + "/" + name);
  }

  /** An agent, which keeps its name while it is deployed anew. */
  static Subject agent(NormaliseContext context, String name) {
    return new Subject("agent", context.stratum() + "/agent/" + name);
  }

  /** A user, the same in every stream. */
  static String user(NormaliseContext context, String id) {
    return context.pseudonym(context.stratum() + "#user=" + id);
  }

  /** A permission set in a user's hands. */
  static String grant(NormaliseContext context, String user, String set) {
    return context.pseudonym(context.stratum() + "#user=" + user + "&set=" + set);
  }

  /** Attributes, without those of which nothing is known. */
  static Attributes attributes(String... namesAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].isEmpty()) {
        values.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return Attributes.of(values);
  }
}
