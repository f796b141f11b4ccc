// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.DriftScenes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is refused, and what changes its shape. */
final class PlayAccess implements AccessScenes, DriftScenes {
  private static final String CLOSED_PORT = "http://127.0.0.1:1";

  private final FakeAws fake;
  private final PlayRecords records;
  private final Supplier<Map<String, Object>> settings;

  PlayAccess(FakeAws fake, PlayRecords records, Supplier<Map<String, Object>> settings) {
    this.fake = fake;
    this.records = records;
    this.settings = settings;
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.bySettings(
            AccessScenes.Kind.CREDENTIAL,
            "wrong secret",
            Category.AUTH,
            () -> with("secret-access-key", "not-the-secret")),
        Refusal.bySettings(
            AccessScenes.Kind.CREDENTIAL,
            "unknown key",
            Category.AUTH,
            () -> with("access-key-id", "AKIAUNKNOWNUNKNOWN00")),
        Refusal.bySettings(
            AccessScenes.Kind.CREDENTIAL,
            "wrong external id",
            Category.AUTH,
            () -> with("external-id", "of-somebody-else")),
        new Refusal(
            AccessScenes.Kind.PERMISSION,
            "no permission to list tables",
            Category.PERMISSION,
            this::withoutTables,
            fake::mend),
        Refusal.bySettings(
            AccessScenes.Kind.HOST,
            "nobody answers",
            Category.TRANSIENT,
            () -> with("endpoint", CLOSED_PORT)),
        Refusal.bySettings(
            AccessScenes.Kind.PLACE,
            "no such region",
            Category.CONFIG,
            () -> with("regions", List.of("eu-nowhere-7"))));
  }

  /** What was never configured or told is left out of answers. */
  @Override
  public Drifted drift(String stream, Drift how) {
    if (stream.equals("s3_buckets") && how == Drift.ABSENT_STRUCT) {
      records.more(MadeBuckets::addBare);
      return Drifted.of("public_access_block");
    }
    if (stream.equals("glue_tables") && how == Drift.REMOVED) {
      records.more(MadeCatalog::addBareTable);
      return Drifted.of("location");
    }
    return Drifted.not(
        Traffic.isSql(stream)
            ? "columns are asked for by name, so that new ones are not seen, and views keep those"
                + " they have"
            : "the vendor's client reads the fields of its model, and a version of it fixes their"
                + " types");
  }

  private Map<String, Object> withoutTables() {
    fake.deny("glue:GetTables", "*");
    return settings.get();
  }

  private Map<String, Object> with(String name, Object value) {
    Map<String, Object> changed = new HashMap<>(settings.get());
    changed.put(name, value);
    return changed;
  }
}
