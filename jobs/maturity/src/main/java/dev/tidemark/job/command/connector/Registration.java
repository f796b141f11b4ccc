// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.Output;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.ConnectorPlan;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.options.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Putting connectors into the registry. */
public final class Registration {
  private final Administration administration;
  private final ConnectorRegistry registry;
  private final String purpose;

  /**
   * Registers through an administration.
   *
   * @param registry tells what is registered already
   * @param command what does it, for the audit
   */
  public Registration(Administration administration, ConnectorRegistry registry, String command) {
    this.administration = administration;
    this.registry = registry;
    this.purpose = purpose(command);
  }

  /** Who does what, for the audit. */
  public static String purpose(String command) {
    return command + " by " + System.getProperty("user.name", "somebody");
  }

  /** Adds a connector under a name its organisation does not have yet. */
  public void add(ConnectorDraft draft) {
    OrganisationId organisation = administration.organisations().findOrCreate(draft.organisation());
    if (administration.connectors().find(organisation, draft.name()).isPresent()) {
      throw new CommandFailure(
          draft
              + " is there already. Choose another name, or give it these settings with"
              + " --replace.");
    }
    insert(organisation, draft);
  }

  /** Adds a connector, or gives the one of that name these settings. */
  public void put(ConnectorDraft draft) {
    OrganisationId organisation = administration.organisations().findOrCreate(draft.organisation());
    Optional<ConnectorEntry> known = administration.connectors().find(organisation, draft.name());
    if (known.isPresent()) {
      change(known.get(), draft);
    } else {
      insert(organisation, draft);
    }
  }

  private void insert(OrganisationId organisation, ConnectorDraft draft) {
    administration
        .connectors()
        .add(
            new NewConnector(
                organisation,
                draft.type().description().type(),
                draft.name(),
                sealable(draft.raw()),
                draft.streams(),
                draft.intervals(),
                draft.budget()),
            purpose);
  }

  private void change(ConnectorEntry known, ConnectorDraft draft) {
    String type = draft.type().description().type();
    if (!known.type().equals(type)) {
      throw new CommandFailure(
          draft + " is of type " + known.type() + ", not " + type + ". Remove it first.");
    }
    ConnectorPlan plan =
        new ConnectorPlan(draft.name(), draft.streams(), draft.intervals(), draft.budget());
    Secret settings = sealable(draft.raw());
    boolean same = hasSettings(known, settings);
    if (!same || !plan.equals(known.plan())) {
      administration.connectors().revise(known.id(), plan, same ? null : settings, purpose);
    }
  }

  /** Changing settings to what they are would have a running job begin them anew. */
  private boolean hasSettings(ConnectorEntry known, Secret settings) {
    return registry
        .settings(known.id(), purpose)
        .filter(stored -> stored.settings().equals(settings))
        .isPresent();
  }

  /** Settings as they are sealed. */
  public static Secret sealable(Map<String, Object> settings) {
    try {
      return Secret.of(Output.JSON.writeValueAsString(new TreeMap<>(settings)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("settings are plain values", impossible);
    }
  }
}
