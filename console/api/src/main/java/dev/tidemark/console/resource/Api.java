// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.Installed;
import dev.tidemark.console.access.Accounts;
import dev.tidemark.console.access.Cookies;
import dev.tidemark.console.access.Cookies.Transport;
import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Roles;
import dev.tidemark.console.live.LiveEvents;
import dev.tidemark.console.openid.IssuerSettings;
import dev.tidemark.console.openid.OpenId;
import dev.tidemark.console.resource.Call.Viewed;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Viewpoint;
import dev.tidemark.postgres.database.Viewpoint.Part;
import dev.tidemark.spi.ledger.LedgerException;
import dev.tidemark.spi.outlook.Outlook;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked for. */
public final class Api implements AutoCloseable {
  /** There is no such role, or it is not for this user. */
  private static final Set<String> REFUSALS = Set.of("22023", "42501");

  private final Viewed owner;
  private final Accounts accounts;
  private final Trials trials = new Trials();
  private final LiveEvents events;
  private final List<Route> routes;

  /**
   * Over a migrated database, connected to when first asked.
   *
   * @param origin where people reach the server, over TLS; null where only this machine does
   */
  public Api(DatabaseAccess access, Installed installed, @Nullable URI origin) {
    Transport transport = origin == null ? Transport.PLAIN : Transport.TLS;
    this.owner = new Viewed(access, access.database(), Administration.of(access));
    this.accounts = new Accounts(owner.database());
    this.events = new LiveEvents(access.location(), owner.database());
    this.routes = routes(owner.database(), installed, new Cookies(transport), origin);
  }

  private List<Route> routes(
      Database database, Installed installed, Cookies cookies, @Nullable URI origin) {
    Types types = new Types(installed.types());
    Outlook outlook = installed.outlook();
    Roles roles = new Roles(database);
    Gate gate = new Gate(accounts, roles, cookies);
    Doors doors = new Doors(gate, roles, owner);
    OpenApi.read().add(doors);
    new SessionResource(accounts, cookies).add(doors);
    IssuerSettings issuer = installed.signIn();
    OpenId openId = issuer == null ? null : new OpenId(issuer);
    new SignInResource(openId, origin, cookies, database).add(doors);
    new OrganisationResource(roles).add(doors);
    ScoreResource.add(doors);
    new HistoryResource().add(doors);
    PerformanceResource.add(doors);
    ConnectionResource.add(doors);
    BackcastResource.add(doors);
    StreamResource.add(doors);
    RejectedResource.add(doors);
    ReplayResource.add(doors);
    EstateResource.add(doors);
    new EstateChanges(outlook, trials).add(doors);
    new OutlookResource(outlook, trials).add(doors);
    AttestationResource.add(doors);
    ModelResource.add(doors);
    new ModelChoice(roles, owner.administration()).add(doors);
    new AssetResource(outlook, trials).add(doors);
    new BadgeResource(owner).add(doors);
    AuditResource.add(doors);
    new TypeResource(types).add(doors);
    new ConnectorResource(types).add(doors);
    new ConnectorCreation(types, new Claims(database)).add(doors);
    new ConnectorChanges(types).add(doors);
    RewindResource.add(doors);
    VolumeResource.add(doors);
    Tried tried = new Tried(types, database, owner.access().keyring());
    new TrialResource(tried, trials).add(doors);
    new EventResource(events, gate).add(doors);
    return doors.routes();
  }

  /**
   * Makes sure that the database lets its owner act for people.
   *
   * @throws IllegalStateException saying what an administrator has to grant
   */
  public void requireParts() {
    OrganisationId nobodys = new OrganisationId(UUID.randomUUID());
    for (Part part : Part.values()) {
      Database seen = owner.as(new Viewpoint(nobodys, part, "console")).database();
      try {
        seen.transaction(session -> session.change("SELECT"));
      } catch (LedgerException refused) {
        throw explained(refused);
      }
    }
  }

  private RuntimeException explained(LedgerException refused) {
    String state = refused.getCause() instanceof SQLException cause ? cause.getSQLState() : "";
    return REFUSALS.contains(String.valueOf(state))
        ? new IllegalStateException(
            owner.access().location()
                + " does not let "
                + owner.access().location().user()
                + " act as tidemark_reader and tidemark_editor, which the console does: have an"
                + " administrator make and grant them, as console/api/README.md says.",
            refused)
        : refused;
  }

  public List<Route> routes() {
    return routes;
  }

  public Accounts accounts() {
    return accounts;
  }

  /** Lets go of the database. */
  @Override
  public void close() {
    events.close();
    trials.close();
    owner.administration().close();
    owner.database().close();
  }
}
