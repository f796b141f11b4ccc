// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import java.util.List;

/**
 * Who asks, as the identity address that comes with a token says.
 *
 * @param organisation empty where it does not say
 * @param user empty where it does not say
 */
record Identity(String organisation, String user) {
  static Identity of(String address) {
    List<String> parts = List.of(address.split("/"));
    int size = parts.size();
    return size < 2 ? new Identity("", "") : new Identity(parts.get(size - 2), parts.get(size - 1));
  }
}
