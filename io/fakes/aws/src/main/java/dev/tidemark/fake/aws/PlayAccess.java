// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.DriftScenes;
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
        Refusal.byOption(
            AccessScenes.Kind.CREDENTIAL,
            "wrong secret",
            Category.AUTH,
            settings,
            "secret-access-key",
            "not-the-secret"),
        Refusal.byOption(
            AccessScenes.Kind.CREDENTIAL,
            "unknown key",
            Category.AUTH,
            settings,
            "access-key-id",
            "AKIAUNKNOWNUNKNOWN00"),
        Refusal.byOption(
            AccessScenes.Kind.CREDENTIAL,
            "wrong external id",
            Category.AUTH,
            settings,
            "external-id",
            "of-somebody-else"),
        new Refusal(
            AccessScenes.Kind.PERMISSION,
            "no permission to list tables",
            Category.PERMISSION,
            this::withoutTables,
            fake::mend),
        Refusal.byOption(
            AccessScenes.Kind.HOST,
            "nobody answers",
            Category.TRANSIENT,
            settings,
            "endpoint",
            CLOSED_PORT),
        Refusal.byOption(
            AccessScenes.Kind.PLACE,
            "no such region",
            Category.CONFIG,
            settings,
            "regions",
            List.of("eu-nowhere-7")));
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
}
