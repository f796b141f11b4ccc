// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.maturity.live.EffectJson;
import dev.tidemark.maturity.live.Rehearsal.Effect;
import dev.tidemark.maturity.score.Contribution;
import dev.tidemark.maturity.score.Score;
import java.util.Locale;
import java.util.stream.Stream;

/** What a change would do to the score, for people and programs. */
public final class EffectText {
  private EffectText() {}

  /** As text. */
  public static Stream<String> lines(Effect effect) {
    Table table = Table.of("MATURITY", "INDICATOR", "PLATFORM", "REASON");
    for (Contribution line : effect.change().lines()) {
      table.row(
          signed(line.maturity()),
          line.coordinate().indicator(),
          line.coordinate().stratum(),
          line.reason().name().toLowerCase(Locale.ROOT));
    }
    return Stream.concat(
        Stream.of(
            "now     " + line(effect.before()),
            "then    " + line(effect.after()),
            "change  " + signed(effect.change().maturity())),
        table.lines());
  }

  /** As JSON. */
  public static ObjectNode facts(Effect effect) {
    return EffectJson.of(effect).put("dry_run", true);
  }

  private static String line(Score score) {
    return String.format(
        Locale.ROOT,
        "maturity %.2f  [%.2f - %.2f]  coverage %.0f%%",
        score.maturity(),
        score.low(),
        score.high(),
        100 * score.coverage());
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.3f", value);
  }
}
