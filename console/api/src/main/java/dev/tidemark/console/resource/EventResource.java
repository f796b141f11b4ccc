// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.live.Event;
import dev.tidemark.console.live.Listener;
import dev.tidemark.console.live.LiveEvents;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.console.web.ProblemException;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What changes in an organisation, told as it happens. Each page that listens takes a thread of the
 * server, of which there are more than may listen. Ends with the session and with the role.
 */
record EventResource(LiveEvents events, Gate gate) {
  private static final Logger LOG = LoggerFactory.getLogger(EventResource.class);

  /** Also how soon the end of a session is noticed. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final String BEGINNING = "retry: 3000\n\n";
  private static final String NOTHING_NEW = ":\n\n";

  void add(Doors doors) {
    String path = "/api/organisations/{organisation}/events";
    doors.patient().member(HandlerType.GET, path, Role.VIEWER, this::tell);
  }

  private void tell(Call call) throws InterruptedException {
    String seen = call.context().header("Last-Event-ID");
    Optional<Listener> admitted = events.listen(call.organisation(), seen);
    try (Listener listener = admitted.orElseThrow(EventResource::tooMany)) {
      HttpServletResponse response = call.context().res();
      response.setContentType("text/event-stream");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      tell(call, listener, response.getOutputStream());
    } catch (IOException gone) {
      LOG.debug("a page that listened has gone", gone);
    }
  }

  private void tell(Call call, Listener listener, OutputStream out)
      throws IOException, InterruptedException {
    write(out, BEGINNING);
    long checked = System.nanoTime();
    while (!listener.isOver()) {
      Optional<Event> event = listener.next(HEARTBEAT);
      if (System.nanoTime() - checked >= HEARTBEAT.toNanos()) {
        if (!isAllowed(call)) {
          return;
        }
        checked = System.nanoTime();
      }
      write(out, event.map(Event::text).orElse(NOTHING_NEW));
    }
  }

  private boolean isAllowed(Call call) {
    try {
      gate.member(
          gate.signedIn(call.context()).person(), call.organisation(), Role.VIEWER, "organisation");
      return true;
    } catch (ProblemException over) {
      return false;
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static ProblemException tooMany() {
    String detail = "As many pages listen as may: this one can ask now and then.";
    return Problem.of(Kind.UNAVAILABLE, detail).thrown().with("Retry-After", "30");
  }
}
