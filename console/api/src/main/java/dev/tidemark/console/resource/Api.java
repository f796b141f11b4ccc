// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Accounts;
import dev.tidemark.console.access.Cookies;
import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Roles;
import dev.tidemark.console.resource.Call.Viewed;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.database.Database;
import java.util.List;

/** Everything that can be asked for. */
public final class Api implements AutoCloseable {
  private final Viewed owner;
  private final Accounts accounts;
  private final List<Route> routes;

  /** Over a migrated database, connected to when first asked. */
  public Api(DatabaseAccess access, Types types, Cookies cookies) {
    this.owner = new Viewed(access, access.database(), Administration.of(access));
    this.accounts = new Accounts(owner.database());
    this.routes = routes(owner.database(), types, cookies);
  }

  private List<Route> routes(Database database, Types types, Cookies cookies) {
    Roles roles = new Roles(database);
    Doors doors = new Doors(new Gate(accounts, roles, cookies), roles, owner);
    OpenApi.read().add(doors);
    new SessionResource(accounts, cookies).add(doors);
    new OrganisationResource(roles).add(doors);
    ScoreResource.add(doors);
    HistoryResource.add(doors);
    StreamResource.add(doors);
    RejectedResource.add(doors);
    EstateResource.add(doors);
    AuditResource.add(doors);
    new TypeResource(types).add(doors);
    new ConnectorResource(types).add(doors);
    new ConnectorCreation(types, new Claims(database)).add(doors);
    new ConnectorChanges(types).add(doors);
    RewindResource.add(doors);
    return doors.routes();
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
    owner.administration().close();
    owner.database().close();
  }
}
