// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.Resources;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.offline.EvidenceReader;
import dev.tidemark.maturity.offline.OfflineState;
import java.util.List;

/** The two states of the published example. */
public final class GoldenStates {
  private static final String MODEL = Resources.text("/golden/golden-1.0.0.yaml");
  private static final String EVIDENCE = Resources.text("/golden/golden-evidence.json");

  private GoldenStates() {}

  /** The cut-down model of the example. */
  public static MaturityModel model() {
    return MaturityModel.parse(MODEL, "golden-1.0.0.yaml");
  }

  /** State A, then state B. */
  public static List<Snapshot> snapshots() {
    return new EvidenceReader(model(), "golden-evidence.json")
        .read(EVIDENCE).stream().map(OfflineState::snapshot).toList();
  }

  /** State A. */
  public static Snapshot first() {
    return snapshots().get(0);
  }

  /** State B. */
  public static Snapshot last() {
    return snapshots().get(1);
  }
}
