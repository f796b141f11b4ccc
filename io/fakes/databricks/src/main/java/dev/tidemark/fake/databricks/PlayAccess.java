// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.DriftScenes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What is refused, and what is not there. */
final class PlayAccess implements AccessScenes, DriftScenes {
  private static final String HIDDEN = "lakeflow.job_run_timeline";

  private final FakeDatabricks fake;
  private final PlayRecords records;
  private final Supplier<Map<String, Object>> settings;

  PlayAccess(FakeDatabricks fake, PlayRecords records, Supplier<Map<String, Object>> settings) {
    this.fake = fake;
    this.records = records;
    this.settings = settings;
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.byOption(
            AccessScenes.Kind.CREDENTIAL,
            "another secret",
            Category.AUTH,
            settings,
            "client-secret",
            "not-the-secret-at-all"),
        Refusal.bySettings(
            AccessScenes.Kind.CREDENTIAL,
            "a token nobody issued",
            Category.AUTH,
            this::withForeignToken),
        new Refusal(
            AccessScenes.Kind.PERMISSION,
            "a system table that is not granted",
            Category.PERMISSION,
            this::withoutTable,
            () -> fake.runner().forbidden().clear()),
        new Refusal(
            AccessScenes.Kind.PERMISSION,
            "a warehouse that may not be used",
            Category.PERMISSION,
            this::withoutWarehouse,
            () -> fake.server().troubles().mend()),
        Refusal.byOption(
            AccessScenes.Kind.HOST,
            "nobody listens",
            Category.TRANSIENT,
            settings,
            "address",
            "http://127.0.0.1:9"),
        Refusal.byOption(
            AccessScenes.Kind.PLACE,
            "no such warehouse",
            Category.NOT_FOUND,
            settings,
            "warehouse-id",
            "0000000000000000"));
  }

  @Override
  public Drifted drift(String stream, Drift how) {
    if (how == Drift.REMOVED && stream.equals("job_runs")) {
      fake.engine().hide(Shape.of(HIDDEN), Set.of("run_duration_seconds"));
      records.add(stream, 1);
      return Drifted.of("run_duration_seconds");
    }
    return Drifted.not(
        "columns and fields are asked for by name, so that new ones are not seen, and a cell is a"
            + " text of any length");
  }

  private Map<String, Object> withForeignToken() {
    Map<String, Object> changed = new HashMap<>(settings.get());
    changed.remove("client-id");
    changed.remove("client-secret");
    changed.put("token", "dapi00000000000000000000000000000000");
    return changed;
  }

  private Map<String, Object> withoutTable() {
    fake.runner().forbidden().add(HIDDEN);
    return settings.get();
  }

  private Map<String, Object> withoutWarehouse() {
    fake.server()
        .troubles()
        .always(
            request -> request.path().startsWith("/api/2.0/sql/warehouses"),
            (request, answer) -> DatabricksError.denied("SQL warehouse " + World.WAREHOUSE));
    return settings.get();
  }
}
