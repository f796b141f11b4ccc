// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.Urns;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.Locale;

/** Names of what records are about. */
final class Subjects {
  private Subjects() {}

  /** A container as OpenLineage names it, by the scheme of the storage it is in. */
  static Subject container(String urn) {
    return new Subject("container", urn);
  }

  /**
   * A container's name.
   *
   * @param host of the account's blobs, or of its file systems where it has a hierarchy
   */
  static String containerUrn(String host, String container) {
    String scheme = host.contains(".dfs.") ? "abfss" : "wasbs";
    return scheme + "://" + container + "@" + host;
  }

  /** Something the Resource Manager lists; case does not matter in its id. */
  static Subject resource(NormaliseContext context, String type, String id) {
    return new Subject(type, context.stratum() + id.toLowerCase(Locale.ROOT));
  }

  static Subject pipeline(NormaliseContext context, String factory, String pipeline) {
    String id = factory + "/pipelines/" + Urns.encoded(pipeline);
    return resource(context, "pipeline", id);
  }

  /** A principal of the tenant, the same in every stream. */
  static String principal(NormaliseContext context, String id) {
    return context.pseudonym(context.stratum() + "#principal=" + id);
  }

  static String grant(NormaliseContext context, String id) {
    return context.pseudonym(context.stratum() + "#grant=" + id);
  }
}
