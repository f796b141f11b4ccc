// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.trial.BoundedRead;
import dev.tidemark.authoring.trial.CheckFacts;
import dev.tidemark.authoring.trial.DiscoveryFacts;
import dev.tidemark.authoring.trial.PreviewFacts;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.StreamDescription;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Connectors tried: whether an account can be read, what it holds, what reading it once would
 * bring. Of a connector there is, or of settings that were not saved.
 */
record TrialResource(Tried tried, Trials trials) {
  private static final String UNSAVED = "/api/connector-types/{type}";
  private static final Duration TO_CHECK = Duration.ofSeconds(15);
  private static final Duration TO_READ = Duration.ofSeconds(60);
  private static final int USUAL = 100;
  private static final int MOST = 1000;

  /** What is asked of an account. */
  private interface Question {
    JsonNode answer(Call call, Candidate candidate, Connector connector);
  }

  void add(Doors all) {
    Doors doors = all.patient();
    both(doors, "check", TO_CHECK, (call, candidate, connector) -> checked(connector));
    both(
        doors,
        "discover",
        TO_READ,
        (call, candidate, connector) -> DiscoveryFacts.of(connector.discover()));
    both(doors, "preview", TO_READ, TrialResource::previewed);
  }

  private void both(Doors doors, String verb, Duration longest, Question question) {
    doors.member(
        HandlerType.POST,
        UNSAVED + "/" + verb,
        Role.EDITOR,
        call -> ask(call, tried.unsaved(call), longest, question));
    doors.member(
        HandlerType.POST,
        ConnectorResource.ONE + "/" + verb,
        Role.EDITOR,
        call -> ask(call, tried.stored(call, verb), longest, question));
  }

  private void ask(Call call, Candidate candidate, Duration longest, Question question)
      throws Exception {
    JsonNode answer =
        trials.within(
            longest, () -> candidate.use(connector -> question.answer(call, candidate, connector)));
    Answer.send(call.context(), candidate.censor().of(answer));
  }

  private static JsonNode checked(Connector connector) {
    List<CheckResult> results = connector.check();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("passed", results.stream().allMatch(CheckResult::passed));
    answer.set("results", CheckFacts.of(results));
    return answer;
  }

  private static JsonNode previewed(Call call, Candidate candidate, Connector connector) {
    int records = Parameters.number(call.context(), "records", 1, MOST).orElse(USUAL);
    List<String> streams = streams(call, candidate);
    BoundedRead read = new BoundedRead(candidate.type(), connector, records);
    Discovery discovery = connector.discover();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set(
        "items",
        PreviewFacts.of(streams.stream().map(name -> read.read(name, discovery)).toList()));
    return answer;
  }

  private static List<String> streams(Call call, Candidate candidate) {
    List<String> all = candidate.chosen().stream().map(StreamDescription::name).toList();
    Optional<String> wanted = Optional.ofNullable(call.context().queryParam("stream"));
    if (wanted.isPresent() && !all.contains(wanted.get())) {
      throw Parameters.wrong("stream", "must be one of " + String.join(", ", all));
    }
    return wanted.map(List::of).orElse(all);
  }
}
