// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Body;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.spi.outlook.Outlook;
import dev.tidemark.spi.outlook.Outlook.Step;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would become of the score: with next steps taken, or under another version of the model. */
record OutlookResource(Outlook outlook, Trials trials) {
  private static final String HERE = "/api/organisations/{organisation}";
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST = 100;

  /** Steps as they are sent. */
  record Taken(@Nullable List<Sent> steps) {}

  /** One of them. */
  record Sent(@Nullable String indicator, @Nullable String stratum, @Nullable String action) {}

  void add(Doors all) {
    Doors doors = all.patient();
    doors.member(HandlerType.POST, HERE + "/next-steps/what-if", Role.VIEWER, this::steps);
    doors.member(HandlerType.GET, HERE + "/models/{model}/effect", Role.VIEWER, this::model);
  }

  private void steps(Call call) throws Exception {
    List<Sent> sent = Body.read(call.context(), Taken.class).steps();
    if (sent == null || sent.isEmpty() || sent.size() > MOST) {
      Fault fault = new Fault("/steps", "must name 1 to " + MOST + " of the next steps");
      throw new Problem(Kind.INVALID, "Nothing was computed.", List.of(fault)).thrown();
    }
    List<Step> taken = sent.stream().map(OutlookResource::step).toList();
    JsonNode effect = trials.within(LONGEST, () -> outlook.afterSteps(call.organisation(), taken));
    Answer.send(call.context(), effect);
  }

  private static Step step(Sent sent) {
    return new Step(
        Prose.required("/steps/indicator", sent.indicator()),
        Prose.required("/steps/stratum", sent.stratum()),
        Prose.required("/steps/action", sent.action()));
  }

  private void model(Call call) throws Exception {
    String model = call.context().pathParam("model");
    JsonNode effect =
        trials
            .within(LONGEST, () -> outlook.underModel(call.organisation(), model))
            .orElseThrow(() -> Gate.missing("model"));
    Answer.send(call.context(), effect);
  }
}
