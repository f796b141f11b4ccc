// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;

/**
 * What {@code flink run} can tell the job. Flink shows a job's options to whoever may see its web
 * interface, so secrets are named by reference.
 */
public interface MaturityOptions extends PipelineOptions {
  @Description(
      "The PostgreSQL database everything is kept in: postgresql://user@host:port/database, or"
          + " env:NAME or file:PATH that hold it, read where the job is submitted.")
  @Validation.Required
  String getDatabase();

  void setDatabase(String value);

  @Description(
      "The password of the database, as env:NAME or file:PATH, read where it is used, on every"
          + " machine of the cluster; needed where the address holds none.")
  @Default.String("")
  String getPassword();

  void setPassword(String value);

  @Description(
      "The key that seals connection details, as env:NAME or file:PATH, read where it is used, on"
          + " every machine of the cluster.")
  @Default.String("env:TIDEMARK_KEY")
  String getKey();

  void setKey(String value);

  @Description("How many tasks of each step run side by side; 0 leaves it to the cluster.")
  @Default.Integer(0)
  int getTasks();

  void setTasks(int value);

  @Description("Time between checkpoints, in milliseconds. They save re-reading, never rows.")
  @Default.Long(10_000)
  long getCheckpointMillis();

  void setCheckpointMillis(long value);

  @Description(
      "How long one fetch may take where its connector type does not say, in milliseconds. One"
          + " that takes longer is given up and tried again.")
  @Default.Long(300_000)
  long getFetchDeadlineMillis();

  void setFetchDeadlineMillis(long value);
}
