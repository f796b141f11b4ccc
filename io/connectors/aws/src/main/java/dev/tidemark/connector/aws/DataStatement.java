// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.ColumnMetadata;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * A statement on a database of Redshift, from its order to its last row, through the Data API. The
 * service is asked again and again whether it has ended; an interruption cancels it, for to stop
 * asking would not. For one thread.
 */
final class DataStatement implements Statement {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Session session;
  private final Warehouse warehouse;
  private final RedshiftDataClient client;
  private final Duration patience;

  DataStatement(Session session, Warehouse warehouse, Duration patience) {
    this.session = session;
    this.warehouse = warehouse;
    this.client = session.clients().redshiftData(warehouse.region());
    this.patience = patience;
  }

  @Override
  public Statement within(Duration most) {
    return new DataStatement(session, warehouse, most);
  }

  @Override
  public List<SqlRow> rows(String sql, Map<String, String> parameters) {
    String id =
        session
            .call(
                Action.STATEMENT,
                warehouse.region(),
                () -> client.executeStatement(order(sql, parameters)))
            .id();
    DescribeStatementResponse ended = ended(id);
    session.ran(Duration.ofNanos(ended.duration() == null ? 0 : Math.max(0, ended.duration())));
    if (ended.status() != StatusString.FINISHED) {
      throw StatementFailure.of(ended, warehouse);
    }
    return Boolean.TRUE.equals(ended.hasResultSet()) ? result(id) : List.of();
  }

  private ExecuteStatementRequest order(String sql, Map<String, String> parameters) {
    ExecuteStatementRequest.Builder order =
        ExecuteStatementRequest.builder()
            .sql(sql)
            .database(warehouse.database())
            .statementName("tidemark")
            .parameters(used(sql, parameters));
    WarehouseLogin login = session.scope().login();
    if (warehouse.kind() == Warehouse.Kind.WORKGROUP) {
      order.workgroupName(warehouse.name());
    } else {
      order
          .clusterIdentifier(warehouse.name())
          .dbUser(login.secret() == null ? login.user() : null);
    }
    return order.secretArn(login.secret()).build();
  }

  /** A parameter the text has no place for is refused by the service. */
  private static List<SqlParameter> used(String sql, Map<String, String> parameters) {
    List<SqlParameter> used = new ArrayList<>();
    parameters.forEach(
        (name, value) -> {
          if (Pattern.compile(":" + name + "\\b").matcher(sql).find()) {
            used.add(SqlParameter.builder().name(name).value(value).build());
          }
        });
    return used;
  }

  private DescribeStatementResponse ended(String id) {
    RetryPolicy<DescribeStatementResponse> untilEnded =
        RetryPolicy.<DescribeStatementResponse>builder()
            .handleResultIf(DataStatement::isUnderWay)
            .abortOn(RuntimeException.class)
            .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
            .withMaxRetries(-1)
            .withMaxDuration(patience)
            .build();
    boolean over = false;
    try {
      DescribeStatementResponse latest = Failsafe.with(untilEnded).get(() -> state(id));
      over = !isUnderWay(latest);
      if (over) {
        return latest;
      }
      throw ConnectorException.of(
          Category.TRANSIENT,
          warehouse.address() + " did not answer within " + patience.toSeconds() + " s");
    } catch (FailsafeException interrupted) {
      Thread.currentThread().interrupt();
      throw ConnectorException.of(
          Category.TRANSIENT, "interrupted while a statement ran: it is cancelled");
    } finally {
      if (!over) {
        cancel(id);
      }
    }
  }

  private DescribeStatementResponse state(String id) {
    return session.call(
        Action.STATEMENT_STATE,
        warehouse.region(),
        () -> client.describeStatement(request -> request.id(id)));
  }

  private static boolean isUnderWay(DescribeStatementResponse state) {
    return switch (state.status()) {
      case SUBMITTED, PICKED, STARTED -> true;
      default -> false;
    };
  }

  private List<SqlRow> result(String id) {
    List<SqlRow> rows = new ArrayList<>();
    Tokens.each(
        token ->
            session.call(
                Action.STATEMENT_RESULT,
                warehouse.region(),
                () -> client.getStatementResult(request -> request.id(id).nextToken(token))),
        GetStatementResultResponse::nextToken,
        page -> {
          List<String> names = page.columnMetadata().stream().map(ColumnMetadata::name).toList();
          page.records().forEach(fields -> rows.add(SqlRow.of(names, fields)));
        });
    return rows;
  }

  /**
   * As far as it goes: what it would have brought is lost in any case. Who interrupts also breaks
   * off the request under way, which may be this one: so it is made twice.
   */
  private void cancel(String id) {
    boolean interrupted = Thread.interrupted();
    if (!isCancelled(id)) {
      isCancelled(id);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isCancelled(String id) {
    try {
      session.call(
          Action.STATEMENT_CANCEL,
          warehouse.region(),
          () -> client.cancelStatement(request -> request.id(id)));
      return true;
    } catch (ConnectorException unheard) {
      return false;
    }
  }
}
