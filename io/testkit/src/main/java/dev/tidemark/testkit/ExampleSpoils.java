// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ResponseScenes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scenes in which answers of a scripted account go wrong. */
final class ExampleSpoils implements ResponseScenes {
  private static final long ID = 1_000_000_000;
  private static final int HUGE_TEXT = 10 << 20;
  private static final int HUGE_NUMBER = 400;

  private final ExampleAccount account;
  private final VirtualClock clock;
  private @Nullable ExampleRow added;

  ExampleSpoils(ExampleAccount account, VirtualClock clock) {
    this.account = account;
    this.clock = clock;
  }

  @Override
  public Played spoil(String stream, Spoil how) {
    ExampleStream scripted = account.stream(stream);
    if (how == Spoil.FAILING_STREAM) {
      scripted.troubles().fail(Category.TRANSIENT, "stream " + stream + " is down: try again");
      return Played.yes();
    }
    return scripted instanceof ExampleRows rows
        ? spoil(rows, how)
        : Played.not("facts of a table and signs of life are free text, right by definition");
  }

  private Played spoil(ExampleRows rows, Spoil how) {
    return switch (how) {
      case POISON_RECORD -> append(rows, -1, "poison", "true");
      case HUGE_NUMBER -> append(rows, 1, "note", "1" + "0".repeat(HUGE_NUMBER));
      case HUGE_TEXT -> append(rows, 1, "note", "\"" + "x".repeat(HUGE_TEXT) + "\"");
      default -> Played.not("a script is no text that could be cut, compressed or encoded");
    };
  }

  private Played append(ExampleRows rows, double value, String field, String json) {
    clock.advance(Duration.ofMillis(1));
    ExampleRow row = ExampleRow.of(clock.instant(), ID, "spoiled", value);
    rows.extras().putOne(ID, field, json);
    rows.append(row);
    added = row;
    return Played.yes();
  }

  @Override
  public List<VendorError> errors() {
    return List.of(
        error("maintenance", Category.TRANSIENT, "the account is being maintained: try again"),
        error("archived", Category.NOT_FOUND, "the stream was archived: restore it"),
        error("locked", Category.AUTH, "the account is locked: have it unlocked"));
  }

  private VendorError error(String name, Category category, String message) {
    return new VendorError(
        name, "events", category, () -> account.events().troubles().fail(category, message));
  }

  @Override
  public void mend() {
    for (String stream : List.of("events", "runs", "tables", "account")) {
      account.stream(stream).troubles().recover();
    }
    if (added != null) {
      account.events().remove(added);
      account.runs().remove(added);
      added = null;
    }
  }
}
