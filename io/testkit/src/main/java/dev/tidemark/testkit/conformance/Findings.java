// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.Scenes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one contract has found so far. Something broken outweighs everything; without anything
 * proved there was nothing to prove. Not safe for use by several threads.
 */
public final class Findings {
  private final List<Verdict.Finding> broken = new ArrayList<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private @Nullable String refusal;
  private int proved;

  /** Something was seen that must not be. */
  public void broken(String seen, String fix) {
    broken.add(new Verdict.Finding(seen, fix));
  }

  /** Something was proved. */
  public void proved() {
    proved++;
  }

  /** Something was not examined, with the reason. */
  public void leftOut(String what) {
    leftOut.add(what);
  }

  /** What is not declared was refused with that message. */
  public void refused(String message) {
    refusal = message;
  }

  /**
   * The scenes a contract needs. Where the account does not play them, the reason is noted: for a
   * fake that gives none, as broken.
   */
  public <S extends Scenes> Optional<S> scenes(Candidate candidate, Class<S> kind) {
    Optional<S> scenes = candidate.stage().scenes(kind);
    if (scenes.isEmpty()) {
      missing(candidate, kind);
    }
    return scenes;
  }

  /** Whether a scene was played; where not, the reason is noted. */
  public boolean played(String stream, Played played) {
    played.refusal().ifPresent(why -> leftOut(stream + ": " + why));
    return played.refusal().isEmpty();
  }

  /** What it all comes to. */
  Verdict verdict() {
    List<String> notes = List.copyOf(leftOut);
    if (!broken.isEmpty()) {
      return new Verdict.Failed(broken, notes);
    }
    if (refusal != null) {
      return new Verdict.Refused(refusal, notes);
    }
    return proved > 0
        ? new Verdict.Passed(notes)
        : new Verdict.NotApplicable(String.join("; ", notes), List.of());
  }

  private void missing(Candidate candidate, Class<? extends Scenes> kind) {
    String name = kind.getSimpleName();
    String reason = candidate.stage().unplayable().get(kind);
    if (candidate.isLive()) {
      leftOut(name + " are not played against an account at the vendor's");
    } else if (reason != null) {
      leftOut(reason);
    } else {
      broken(
          "the fake account plays no " + name,
          "let it implement " + kind.getName() + ", or name the reason in unplayable()");
    }
  }
}
