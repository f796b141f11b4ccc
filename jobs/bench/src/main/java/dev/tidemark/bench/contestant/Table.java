// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

/** The tables results are written to. Both are there in every database. */
public enum Table {
  /** Tidemark's own. */
  LEDGER(
      """
      SELECT c.name AS stream, w.attributes::jsonb ->> 'cicd.pipeline.name' AS pipeline,
             to_char(w.start AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
             w.settled_count AS records, w.settled_sum::bigint AS errors
        FROM metric_window w JOIN stream s ON s.id = w.stream_id JOIN data_connectors c ON c.id = s.connector_id
       WHERE w.grain = 'DAY'\
      """,
      "SELECT coalesce(sum(settled_count), 0)::bigint FROM metric_window WHERE grain = 'DAY'"),
  /** One as a hand-written job would have it. */
  PLAIN(
      """
      SELECT stream, pipeline, to_char(day, 'YYYY-MM-DD') AS day, records, errors FROM plain_window\
      """,
      "SELECT coalesce(sum(records), 0)::bigint FROM plain_window");

  /** Makes {@link #PLAIN}. */
  public static final String CREATE_PLAIN =
      """
      CREATE TABLE plain_window (
        stream text NOT NULL, pipeline text NOT NULL, day date NOT NULL,
        records bigint NOT NULL, errors bigint NOT NULL,
        PRIMARY KEY (stream, pipeline, day)) WITH (fillfactor = 70)\
      """;

  private final String rows;
  private final String count;

  Table(String rows, String count) {
    this.rows = rows;
    this.count = count;
  }

  /** Asks for stream, pipeline, day, records and errors. */
  public String rows() {
    return rows;
  }

  /** Asks how many records its windows hold. */
  public String count() {
    return count;
  }
}
