// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.util.List;
import java.util.stream.Stream;

/** Proves who calls by headers that never change. */
record FixedHeaders(List<Header> all) implements Authentication {
  FixedHeaders {
    all = List.copyOf(all);
  }

  /**
   * A header.
   *
   * @param parts what of its value is secret for itself
   */
  record Header(String name, Secret value, List<Secret> parts) {}

  @Override
  public Call authorise(Call call, Conversation conversation) {
    Call authorised = call;
    for (Header header : all) {
      authorised = authorised.header(header.name(), header.value().reveal());
    }
    return authorised;
  }

  @Override
  public boolean renew(Call refused, Conversation conversation) {
    return false;
  }

  @Override
  public List<Secret> secrets() {
    return all.stream()
        .flatMap(header -> Stream.concat(Stream.of(header.value()), header.parts().stream()))
        .toList();
  }
}
