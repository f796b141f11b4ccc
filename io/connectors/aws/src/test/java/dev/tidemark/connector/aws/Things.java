// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.spi.Connector;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things for a fake account, and connectors to it. */
final class Things {
  static final String HERE = "eu-central-1";
  static final String THERE = "us-east-1";

  private static final JsonMapper JSON = new JsonMapper();

  private Things() {}

  static Map<String, Object> settings(FakeAws fake) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("account", FakeAws.ACCOUNT);
    settings.put("regions", List.of(HERE, THERE));
    settings.put("access-key-id", FakeAws.ACCESS_KEY);
    settings.put("secret-access-key", FakeAws.SECRET_KEY);
    settings.put("endpoint", fake.address().toString());
    settings.put("allow-private-addresses", true);
    return settings;
  }

  static Connector connector(FakeAws fake) {
    return connector(settings(fake));
  }

  static Connector connector(Map<String, Object> settings) {
    return new AwsType().open(new AwsType().description().options().parse(settings));
  }

  /** JSON with single quotes. */
  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }

  static double seconds(Instant time) {
    return time.toEpochMilli() / 1e3;
  }

  static ObjectNode database(String name) {
    return json("{'Name': '" + name + "'}");
  }

  static ObjectNode table(String database, String name) {
    ObjectNode table = json("{'TableType': 'EXTERNAL_TABLE', 'Parameters': {}}");
    table.put("DatabaseName", database).put("Name", name);
    table.putObject("StorageDescriptor").putArray("Columns");
    return table;
  }

  static ObjectNode job(String name) {
    return json("{'Name': '" + name + "', 'Command': {'Name': 'glueetl'}, 'MaxRetries': 1}");
  }

  /** A run that is over where an end is given. */
  static ObjectNode run(String job, String id, String state, Instant start) {
    ObjectNode run = json("{'Attempt': 0}");
    run.put("JobName", job).put("Id", id).put("JobRunState", state);
    return run.put("StartedOn", seconds(start)).put("LastModifiedOn", seconds(start));
  }

  static ObjectNode ended(ObjectNode run, Instant end) {
    long started = Math.round(run.path("StartedOn").asDouble());
    run.put("CompletedOn", seconds(end)).put("LastModifiedOn", seconds(end));
    return run.put("ExecutionTime", end.getEpochSecond() - started);
  }
}
