// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.maturity.evidence.Cell;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.maturity.score.NextStep.Action;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import dev.tidemark.spi.ledger.OrganisationEvidence.AssetCell;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import dev.tidemark.spi.outlook.Outlook;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What would become of a score, by the scoring model itself. */
public final class ScoreOutlook implements Outlook {
  private final LedgerAccess access;
  private final ParsedModels models = new ParsedModels();

  /** Over evidence that is read anew for each question. */
  public ScoreOutlook(LedgerAccess access) {
    this.access = access;
  }

  @Override
  public JsonNode afterSteps(OrganisationId organisation, List<Step> steps) {
    Map<Coordinate, Action> taken = new TreeMap<>();
    for (Step step : steps) {
      Arrays.stream(Action.values())
          .filter(action -> action.name().equalsIgnoreCase(step.action()))
          .forEach(action -> taken.put(new Coordinate(step.indicator(), step.stratum()), action));
    }
    return rehearsed(organisation, rehearsal -> EffectJson.of(rehearsal.taking(taken)));
  }

  @Override
  public JsonNode afterDecision(OrganisationId organisation, List<RegisterEntry> register) {
    return rehearsed(organisation, rehearsal -> EffectJson.of(rehearsal.with(register)));
  }

  @Override
  public Optional<JsonNode> underModel(OrganisationId organisation, String model) {
    Optional<MaturityModel> found;
    try (Ledger ledger = access.open()) {
      found = ledger.scores().model(model).map(models::of);
    }
    return found.map(
        candidate ->
            rehearsed(organisation, rehearsal -> EffectJson.of(rehearsal.under(candidate))));
  }

  @Override
  public Optional<List<AssetCell>> failing(OrganisationId organisation, String indicator) {
    return rehearsed(organisation, rehearsal -> rehearsal.failing(indicator))
        .map(cells -> cells.stream().map(ScoreOutlook::cell).toList());
  }

  private static AssetCell cell(Cell cell) {
    return new AssetCell(new Stratum(cell.stratum()), cell.facts(), cell.count());
  }

  private <T> T rehearsed(OrganisationId organisation, Function<Rehearsal, T> question) {
    try (Ledger ledger = access.open()) {
      Instant now = Instant.now();
      return question.apply(Rehearsal.of(ledger, organisation, now, models.active(ledger)));
    }
  }
}
