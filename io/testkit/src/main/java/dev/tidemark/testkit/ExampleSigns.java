// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A scripted account's signs of life: one record about the connection itself. */
final class ExampleSigns extends ExampleStream {
  private final ExampleAccount account;

  ExampleSigns(ExampleAccount account) {
    this.account = account;
  }

  @Override
  Fetched page(FetchRequest request, Instant now) {
    Change sign = Change.upsert("account", Bytes.utf8(sign(now)));
    return new Fetched(
        List.of(sign),
        ReadPosition.at(Cursor.start()),
        false,
        KeyRange.all(),
        request.upper(),
        new Volume(1, 1, sign.payload().length(), 1));
  }

  private String sign(Instant now) {
    String missing =
        account.gate().forbidden().stream()
            .map(stream -> "\"" + stream + "\"")
            .collect(Collectors.joining(","));
    return "{\"account\":\"%s\",\"at\":\"%s\",\"assets\":%d,\"missing\":[%s]}"
        .formatted(account.name(), now, account.tables().size(), missing);
  }
}
