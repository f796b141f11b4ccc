// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.util.List;

/** Proves who calls by a parameter of the query. */
record QueryKey(String parameter, Secret key) implements Authentication {
  @Override
  public Call authorise(Call call, Conversation conversation) {
    return call.query(parameter, key.reveal());
  }

  @Override
  public boolean renew(Call refused, Conversation conversation) {
    return false;
  }

  @Override
  public List<Secret> secrets() {
    return List.of(key);
  }
}
