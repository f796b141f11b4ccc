// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.outlook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.spi.ledger.OrganisationEvidence.AssetCell;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.util.List;
import java.util.Optional;

/**
 * What would become of an organisation's score, exactly as a job would compute it and written
 * nowhere, and what keeps it where it is. The console does not know the model, so whoever starts it
 * brings this. What would be is JSON with {@code before}, {@code after}, {@code delta} and the
 * {@code lines} between. Safe for use by several threads; calls read all evidence of the
 * organisation.
 */
public interface Outlook {
  /**
   * A next step.
   *
   * @param action improve, observe or reconnect
   */
  record Step(String indicator, String stratum, String action) {}

  /** With these of the next steps taken at once; others are left out. */
  JsonNode afterSteps(OrganisationId organisation, List<Step> steps);

  /** With this register in the place of the one in force. */
  JsonNode afterDecision(OrganisationId organisation, List<RegisterEntry> register);

  /** Under another version of the model; empty where none of that id is registered. */
  Optional<JsonNode> underModel(OrganisationId organisation, String model);

  /**
   * Where assets, models and the like keep an indicator of the active model from its best value, of
   * no order; their counts add up to what its measurement lacks. Empty where the indicator does not
   * count them one by one, or where there is none of that name.
   */
  Optional<List<AssetCell>> failing(OrganisationId organisation, String indicator);
}
