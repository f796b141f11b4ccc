// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.model.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The objects of a bucket, in the order of their keys. */
public interface FakeObjects {
  /** An object. */
  record FakeObject(String key, long size, Instant modified) {}

  /** The first objects after a key. */
  List<FakeObject> after(String key, int most);

  /** What lies in an object; empty where there is none, or nothing that can be read. */
  default Optional<Bytes> body(String key) {
    return Optional.empty();
  }

  /** Objects that can be read; each is made when it is asked for. */
  static FakeObjects readable(SortedMap<String, Supplier<Bytes>> bodies, Instant written) {
    return new FakeObjects() {
      @Override
      public List<FakeObject> after(String key, int most) {
        return bodies.tailMap(key + "\0").keySet().stream()
            .limit(most)
            .map(it -> new FakeObject(it, 1, written))
            .toList();
      }

      @Override
      public Optional<Bytes> body(String key) {
        return Optional.ofNullable(bodies.get(key)).map(Supplier::get);
      }
    };
  }

  static FakeObjects of(SortedMap<String, FakeObject> objects) {
    return (key, most) -> objects.tailMap(key + "\0").values().stream().limit(most).toList();
  }

  /** That many objects of which none is kept: keys are numbers. */
  static FakeObjects numbered(int count, Instant first) {
    return (key, most) -> {
      int from = key.isEmpty() ? 0 : Integer.parseInt(key.substring(key.length() - 9)) + 1;
      return IntStream.range(from, Math.min(count, from + most))
          .mapToObj(
              number ->
                  new FakeObject(
                      "data/part-%09d".formatted(number),
                      100 + number % 7,
                      first.plusSeconds(number)))
          .toList();
    };
  }
}
