// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Endpoint;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;

/**
 * Where a database of Redshift listens and what lets one in there, as the services tell it. A
 * temporary password is asked for each time: it lasts a quarter of an hour and is of use for one
 * connection.
 */
record Listener(String host, int port, String user, Secret password) {
  static Listener of(Warehouse warehouse, Session session) {
    return warehouse.kind() == Warehouse.Kind.CLUSTER
        ? ofCluster(warehouse, session)
        : ofWorkgroup(warehouse, session);
  }

  private static Listener ofCluster(Warehouse warehouse, Session session) {
    RedshiftClient client = session.clients().redshift(warehouse.region());
    Endpoint at =
        session
            .call(
                Action.FIND_CLUSTER,
                warehouse.region(),
                () -> client.describeClusters(it -> it.clusterIdentifier(warehouse.name())))
            .clusters()
            .stream()
            .findFirst()
            .map(it -> it.endpoint())
            .orElseThrow(() -> resting(warehouse));
    return letIn(warehouse, session, at.address(), at.port());
  }

  private static Listener ofWorkgroup(Warehouse warehouse, Session session) {
    RedshiftServerlessClient client = session.clients().redshiftServerless(warehouse.region());
    software.amazon.awssdk.services.redshiftserverless.model.Endpoint at =
        session
            .call(
                Action.FIND_WORKGROUP,
                warehouse.region(),
                () -> client.getWorkgroup(it -> it.workgroupName(warehouse.name())))
            .workgroup()
            .endpoint();
    if (at == null) {
      throw resting(warehouse);
    }
    return letIn(warehouse, session, at.address(), at.port());
  }

  private static Listener letIn(
      Warehouse warehouse, Session session, @Nullable String host, @Nullable Integer port) {
    if (host == null || port == null) {
      throw resting(warehouse);
    }
    WarehouseLogin login = session.scope().login();
    if (login.password() != null) {
      return new Listener(host, port, Objects.requireNonNull(login.user()), login.password());
    }
    return warehouse.kind() == Warehouse.Kind.CLUSTER
        ? cluster(warehouse, session, host, port)
        : workgroup(warehouse, session, host, port);
  }

  private static Listener cluster(Warehouse warehouse, Session session, String host, int port) {
    RedshiftClient client = session.clients().redshift(warehouse.region());
    String user = session.scope().login().user();
    if (user != null) {
      var told =
          session.call(
              Action.LOGIN_TO_CLUSTER_AS,
              warehouse.region(),
              () ->
                  client.getClusterCredentials(
                      it ->
                          it.clusterIdentifier(warehouse.name())
                              .dbName(warehouse.database())
                              .dbUser(user)
                              .autoCreate(false)));
      return new Listener(host, port, told.dbUser(), Secret.of(told.dbPassword()));
    }
    var told =
        session.call(
            Action.LOGIN_TO_CLUSTER,
            warehouse.region(),
            () ->
                client.getClusterCredentialsWithIAM(
                    it -> it.clusterIdentifier(warehouse.name()).dbName(warehouse.database())));
    return new Listener(host, port, told.dbUser(), Secret.of(told.dbPassword()));
  }

  private static Listener workgroup(Warehouse warehouse, Session session, String host, int port) {
    RedshiftServerlessClient client = session.clients().redshiftServerless(warehouse.region());
    var told =
        session.call(
            Action.LOGIN_TO_WORKGROUP,
            warehouse.region(),
            () ->
                client.getCredentials(
                    it -> it.workgroupName(warehouse.name()).dbName(warehouse.database())));
    return new Listener(host, port, told.dbUser(), Secret.of(told.dbPassword()));
  }

  private static ConnectorException resting(Warehouse warehouse) {
    return ConnectorException.of(
        Category.TRANSIENT,
        warehouse.address() + " listens nowhere now: it is being made, or paused; resume it");
  }
}
