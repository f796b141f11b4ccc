// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.Soql;
import dev.tidemark.fake.salesforce.soql.SoqlException;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.Handler;
import dev.tidemark.testkit.fake.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The REST interface and the Tooling interface below {@code /services/data}. */
final class RestService {
  /** Releases it serves: from Spring '24 to Spring '26. */
  private static final List<String> VERSIONS =
      List.of("60.0", "61.0", "62.0", "63.0", "64.0", "65.0", "66.0");

  private static final Set<String> TOOLING =
      Set.of("FieldDefinition", "EntityDefinition", "CustomObject", "SecurityHealthCheck");

  private static final Pattern BATCH = Pattern.compile("batchSize=(\\d+)");
  private static final int MOST = 2_000;

  private final World world;
  private final Queries queries;
  private final Locators locators;
  private final Usage usage;

  RestService(World world, Locators locators, Usage usage) {
    this.world = world;
    this.queries = new Queries(world);
    this.locators = locators;
    this.usage = usage;
  }

  /** The releases; asked without a credential, and not counted. */
  Answer versions(Request request) {
    ArrayNode all = Answer.JSON.createArrayNode();
    for (String version : VERSIONS) {
      all.addObject()
          .put("label", "Release " + version)
          .put("url", "/services/data/v" + version)
          .put("version", version);
    }
    return Answer.json(all);
  }

  /** A handler of a release it serves, counted. */
  Handler counted(Handler handler) {
    return request -> {
      if (VERSIONS.stream().noneMatch(it -> request.part("version").equals("v" + it))) {
        return Json.error(404, "NOT_FOUND", "The requested resource does not exist");
      }
      return usage.count().orElseGet(() -> usage.told(guarded(handler, request)));
    };
  }

  private static Answer guarded(Handler handler, Request request) {
    try {
      return handler.handle(request);
    } catch (SoqlException refusal) {
      return Json.error(400, refusal.code(), String.valueOf(refusal.getMessage()));
    }
  }

  Answer query(Request request) {
    return query(request, Queries.Scope.THERE, false);
  }

  Answer queryAll(Request request) {
    return query(request, Queries.Scope.DELETED_TOO, false);
  }

  Answer toolingQuery(Request request) {
    return query(request, Queries.Scope.THERE, true);
  }

  private Answer query(Request request, Queries.Scope scope, boolean tooling) {
    Soql query = Soql.parse(request.query("q").orElse(""));
    if (TOOLING.contains(query.object()) != tooling && !query.object().endsWith("Definition")) {
      throw new SoqlException(
          "INVALID_TYPE", "sObject type '%s' is not supported.".formatted(query.object()));
    }
    List<ObjectNode> records = queries.run(query, scope);
    if (query.counts()) {
      return Answer.json(result(records.size()));
    }
    int batch = batch(request);
    String locator = records.size() > batch ? locators.keep(records) : "";
    return page(request, records, locator, 0, batch);
  }

  /** More of an earlier result. */
  Answer more(Request request) {
    String[] parts = request.part("locator").split("-");
    Optional<List<ObjectNode>> records = locators.find(parts[0]);
    if (records.isEmpty() || parts.length < 2 || !parts[1].matches("\\d{1,9}")) {
      return Json.error(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    return page(request, records.get(), parts[0], Integer.parseInt(parts[1]), batch(request));
  }

  private static Answer page(
      Request request, List<ObjectNode> records, String locator, int from, int batch) {
    ObjectNode result = result(records.size());
    int until = Math.min(records.size(), from + batch);
    if (until < records.size()) {
      result.put("done", false);
      result.put(
          "nextRecordsUrl",
          "/services/data/%s/query/%s-%d".formatted(request.part("version"), locator, until));
    }
    ArrayNode array = result.putArray("records");
    records.subList(Math.min(from, until), until).forEach(array::add);
    return Answer.json(result);
  }

  private static ObjectNode result(int size) {
    ObjectNode result = Json.object().put("totalSize", size).put("done", true);
    result.putArray("records");
    return result;
  }

  /** As many as were asked for, or fewer: the service decides by how large rows are. */
  private int batch(Request request) {
    Matcher asked = BATCH.matcher(request.header("Sforce-Query-Options").orElse(""));
    int wanted =
        asked.find() ? Math.max(200, Math.min(MOST, Integer.parseInt(asked.group(1)))) : MOST;
    return Math.min(wanted, locators.batch());
  }

  /** Every object there is, as the user may see it. */
  Answer describeGlobal(Request request) {
    ObjectNode all = Json.object().put("encoding", "UTF-8").put("maxBatchSize", 200);
    ArrayNode objects = all.putArray("sobjects");
    world.dataObjects().forEach(object -> objects.add(Describes.brief(object.name(), true)));
    Describes.standard().forEach(name -> objects.add(Describes.brief(name, false)));
    return Answer.json(all);
  }

  Answer describe(Request request) {
    return world.dataObjects().stream()
        .filter(object -> object.name().equalsIgnoreCase(request.part("object")))
        .findFirst()
        .map(object -> Answer.json(Describes.whole(object)))
        .orElseGet(() -> Json.error(404, "NOT_FOUND", "The requested resource does not exist"));
  }

  /** The content of an event log file. */
  Answer logFile(Request request) {
    boolean seen = world.permissions().has("ViewEventLogFiles");
    return world
        .logFile(request.part("id"))
        .filter(content -> seen)
        .map(content -> Answer.of(200, "text/csv", content))
        .orElseGet(() -> Json.error(404, "NOT_FOUND", "The requested resource does not exist"));
  }

  Answer limits(Request request) {
    return Answer.json(usage.limits());
  }

  /** Counted now and then by the service; objects it does not know are left out. */
  Answer recordCount(Request request) {
    if (!world.permissions().has("ViewSetup")) {
      return Json.error(403, "INSUFFICIENT_ACCESS", "This feature is not enabled for this user");
    }
    Set<String> asked = Set.copyOf(Arrays.asList(request.query("sObjects").orElse("").split(",")));
    Map<String, Long> all = new TreeMap<>();
    world.dataObjects().forEach(object -> all.put(object.name(), object.records()));
    all.put("User", world.count("User"));
    ArrayNode counts = Answer.JSON.createArrayNode();
    all.forEach(
        (name, count) -> {
          if (request.query("sObjects").isEmpty() || asked.contains(name)) {
            counts.addObject().put("count", count).put("name", name);
          }
        });
    return Answer.json(Json.object().set("sObjects", counts));
  }
}
