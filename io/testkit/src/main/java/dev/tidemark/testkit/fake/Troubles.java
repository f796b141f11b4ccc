// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import dev.tidemark.testkit.fake.Answer.Delivery;
import dev.tidemark.testkit.stage.ResponseScenes.Spoil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What goes wrong at a fake, until it is mended. Safe for use by several threads. */
public final class Troubles {
  private final List<Planned> planned = new CopyOnWriteArrayList<>();

  private record Planned(Predicate<Request> hit, Trouble trouble, AtomicLong left) {}

  /** From now on, for the requests it hits. */
  public void always(Predicate<Request> hit, Trouble trouble) {
    next(Long.MAX_VALUE, hit, trouble);
  }

  /** For the next so many requests it hits. */
  public void next(long times, Predicate<Request> hit, Trouble trouble) {
    planned.add(new Planned(hit, trouble, new AtomicLong(times)));
  }

  /** Nothing goes wrong any more. */
  public void mend() {
    planned.clear();
  }

  /** The answer as it is sent. */
  Answer strike(Request request, Answer answer) {
    Answer struck = answer;
    for (Planned it : planned) {
      if (it.hit().test(request) && it.left().getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        struck = it.trouble().strike(request, struck);
      }
    }
    return struck;
  }

  /**
   * What spoils a whole answer on its way, whatever is in it.
   *
   * @throws IllegalArgumentException for what only the maker of an answer can do
   */
  public static Trouble onTheWay(Spoil how) {
    return switch (how) {
      case HALF_RESPONSE -> half();
      case WRONG_ENCODING -> wrongEncoding();
      case TRUNCATED_COMPRESSION -> truncatedCompression();
      default -> throw new IllegalArgumentException(how + " depends on the answer");
    };
  }

  /** Another answer. */
  public static Trouble answer(Answer other) {
    return (request, answer) -> other;
  }

  /** The connection ends in the middle of the answer. */
  public static Trouble half() {
    return (request, answer) -> answer.delivered(Delivery.HALF);
  }

  /** The connection ends without an answer. */
  public static Trouble dropped() {
    return (request, answer) -> answer.delivered(Delivery.DROPPED);
  }

  /** There is no answer until the server is told to go on. */
  public static Trouble hanging() {
    return (request, answer) -> answer.delivered(Delivery.HANGING);
  }

  /** Bytes that mean nothing, as many as there were. */
  public static Trouble garbage(long seed) {
    return (request, answer) -> answer.withBody(noise(seed, Math.max(64, answer.body().length())));
  }

  /** The text is in another encoding than the one it claims. */
  public static Trouble wrongEncoding() {
    return (request, answer) ->
        answer.withBody(("\u00e9" + answer.text()).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The compressed body ends in the middle; the length it claims is the one it has. */
  public static Trouble truncatedCompression() {
    return (request, answer) -> {
      byte[] whole = Compression.gzip(answer.body().array());
      return answer
          .withBody(Arrays.copyOf(whole, Math.max(12, whole.length / 2)))
          .with("Content-Encoding", "gzip");
    };
  }

  private static byte[] noise(long seed, int length) {
    byte[] noise = new byte[length];
    new SplittableRandom(seed).nextBytes(noise);
    return noise;
  }
}
