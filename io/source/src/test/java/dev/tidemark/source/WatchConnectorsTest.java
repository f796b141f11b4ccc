// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.testkit.InMemoryLedger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;

/** The registry as a stream, on the direct runner. */
class WatchConnectorsTest {
  private static final int STREAMS =
      ConnectorTypes.require("example").description().streams().size();

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  private final InMemoryLedger ledger = InMemoryLedger.create();

  @Test
  void additionsAndChangesShowAndNothingIsMissed() {
    OrganisationId acme = ledger.registry().addOrganisation("Acme");
    for (int number = 0; number < 300; number++) {
      ledger.registry().connect(acme, "example", "{}");
    }
    PipelineResult running = start();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(SEEN).hasSize(1 + STREAMS * 300));
    SEEN.clear();

    OrganisationId other = ledger.registry().addOrganisation("Other");
    ConnectorId connector = ledger.registry().connect(other, "example", "{}");
    await().atMost(PATIENCE).until(() -> SEEN.size() == 1 + STREAMS);
    ledger.registry().change(connector, "{}");
    await().atMost(PATIENCE).until(() -> SEEN.size() == 1 + 2 * STREAMS);
    ledger.registry().pause(connector);
    ledger.goDown();
    ledger.comeUp();
    ledger.registry().resume(connector);
    await().atMost(PATIENCE).until(() -> SEEN.size() == 1 + 3 * STREAMS);
    assertThat(SEEN).doesNotHaveDuplicates().contains(other.toString());

    ledger.registry().startJob();
    await().atMost(PATIENCE).until(() -> running.getState() == PipelineResult.State.DONE);
    ledger.discard();
  }

  private PipelineResult start() {
    SEEN.clear();
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setBlockOnRun(false);
    options.setTargetParallelism(2);
    Pipeline pipeline = Pipeline.create(options);
    WatchConnectors.Result watched =
        pipeline.apply(WatchConnectors.of(ledger.access(), ledger.registry().startJob()));
    watched
        .assignments()
        .apply(
            "Assignments",
            MapElements.into(TypeDescriptors.strings()).via(WatchConnectorsTest::seeAssignment));
    watched
        .organisations()
        .apply(
            "Organisations",
            MapElements.into(TypeDescriptors.strings()).via(WatchConnectorsTest::seeOrganisation));
    return pipeline.run();
  }

  /** Two methods: Java cannot tell references to one with different types apart once serialised. */
  private static String seeAssignment(Assignment assignment) {
    SEEN.add(assignment.stream() + " " + assignment.version());
    return "";
  }

  private static String seeOrganisation(OrganisationId organisation) {
    SEEN.add(organisation.toString());
    return "";
  }
}
