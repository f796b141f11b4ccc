// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.Workload;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.sink.JdbcSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;

/**
 * What Flink's documentation leads to: record at a time, keyed by stream and pipeline, tumbling
 * windows of a day in event time with an incremental aggregate, Flink's own JDBC sink upserting
 * what a window came to when it closes. Tuples and object reuse, as its tuning guides advise.
 */
final class NativeJob implements Contestant {
  private static final String UPSERT =
      """
      INSERT INTO plain_window (stream, pipeline, day, records, errors) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (stream, pipeline, day)
          DO UPDATE SET records = EXCLUDED.records, errors = EXCLUDED.errors\
      """;

  private static final TypeInformation<Tuple4<String, String, Long, Long>> EVENT =
      Types.TUPLE(Types.STRING, Types.STRING, Types.LONG, Types.LONG);

  private final NativeCluster cluster;

  private NativeJob(NativeCluster cluster) {
    this.cluster = cluster;
  }

  static Contestant on(Path scratch) {
    return new NativeJob(NativeCluster.on(scratch));
  }

  @Override
  public Reading begin(Round round) throws Exception {
    StreamExecutionEnvironment environment = cluster.environment();
    events(environment, round.workload())
        .keyBy(new ByPipeline(), Types.TUPLE(Types.STRING, Types.STRING))
        .window(TumblingEventTimeWindows.of(Duration.ofDays(1)))
        .aggregate(new CountAndSum(), new DayOfWindow())
        .sinkTo(sink(round));
    return NativeCluster.submitted(environment);
  }

  private DataStream<Tuple4<String, String, Long, Long>> events(
      StreamExecutionEnvironment environment, Workload workload) {
    Turns turns = new Turns(workload, cluster.tasks());
    Duration outOfOrder = workload.slice().multipliedBy(2);
    return environment
        .fromSource(NativeCluster.numbers(turns), WatermarkStrategy.noWatermarks(), "pages")
        .flatMap(new ParsedRecords(turns))
        .returns(EVENT)
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Tuple4<String, String, Long, Long>>forBoundedOutOfOrderness(
                    outOfOrder)
                .withTimestampAssigner((event, unused) -> event.f2 * 1_000));
  }

  private static JdbcSink<Tuple5<String, String, Long, Long, Long>> sink(Round round) {
    return JdbcSink.<Tuple5<String, String, Long, Long, Long>>builder()
        .withQueryStatement(UPSERT, NativeJob::fill)
        .withExecutionOptions(
            JdbcExecutionOptions.builder().withBatchSize(1_000).withBatchIntervalMs(200).build())
        .buildAtLeastOnce(
            new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                .withUrl(round.jdbcUrl() + "?reWriteBatchedInserts=true")
                .withDriverName("org.postgresql.Driver")
                .withUsername(round.user())
                .withPassword(round.secret())
                .build());
  }

  private static void fill(
      PreparedStatement statement, Tuple5<String, String, Long, Long, Long> window)
      throws SQLException {
    statement.setString(1, window.f0);
    statement.setString(2, window.f1);
    statement.setObject(3, LocalDate.ofEpochDay(window.f2));
    statement.setLong(4, window.f3);
    statement.setLong(5, window.f4);
  }

  /** The key: stream and pipeline. */
  private static final class ByPipeline
      implements KeySelector<Tuple4<String, String, Long, Long>, Tuple2<String, String>> {
    @Override
    public Tuple2<String, String> getKey(Tuple4<String, String, Long, Long> event) {
      return Tuple2.of(event.f0, event.f1);
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
