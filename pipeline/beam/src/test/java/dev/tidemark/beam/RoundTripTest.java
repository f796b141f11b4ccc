// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.beam.Samples.Sample;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RoundTripTest {
  static List<Sample<?>> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void valuesFollowEachOtherInOneStream(Sample<T> sample) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sample.coder().encode(sample.value(), out);
    sample.coder().encode(sample.value(), out);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    assertThat(sample.coder().decode(in)).isEqualTo(sample.value());
    assertThat(sample.coder().decode(in)).isEqualTo(sample.value());
    assertThat(in.available()).isZero();
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void aPipelineFindsTheCoder(Sample<T> sample) throws Exception {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) sample.value().getClass();
    assertThat(Pipeline.create().getCoderRegistry().getCoder(TypeDescriptor.of(type)))
        .isEqualTo(sample.coder());
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void theCoderTravelsWithTheJob(Sample<T> sample) throws Exception {
    Coder<T> coder = SerializableUtils.clone(sample.coder());
    coder.verifyDeterministic();
    assertThat(coder).isEqualTo(sample.coder());
    assertThat(coder.consistentWithEquals()).isTrue();
  }

  @Property(tries = 200)
  void anyWindowKey(@ForAll("keys") WindowKey key) throws IOException {
    assertThat(CoderUtils.clone(WindowKeyCoder.of(), key)).isEqualTo(key);
  }

  @Property(tries = 200)
  void anyPartial(@ForAll("partials") Partial partial) throws IOException {
    assertThat(CoderUtils.clone(PartialCoder.of(), partial)).isEqualTo(partial);
  }

  @Property(tries = 200)
  void equalMapsHaveEqualBytes(@ForAll("windows") Map<WindowKey, Partial> windows)
      throws IOException {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    WindowFields.partials(new java.util.LinkedHashMap<>(windows), new FieldWriter(one));
    WindowFields.partials(reversed(windows), new FieldWriter(other));
    assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    assertThat(
            WindowFields.partials(new FieldReader(new ByteArrayInputStream(one.toByteArray()), 1)))
        .isEqualTo(windows);
  }

  @Provide
  Arbitrary<Map<WindowKey, Partial>> windows() {
    return Arbitraries.maps(keys(), partials()).ofMaxSize(12);
  }

  @Provide
  Arbitrary<WindowKey> keys() {
    Arbitrary<Attributes> attributes =
        Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), texts())
            .ofMaxSize(3)
            .map(Attributes::of);
    return Combinators.combine(
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5),
            texts(),
            attributes,
            Arbitraries.of(Grain.class),
            instants())
        .as(
            (urn, metric, with, grain, instant) ->
                new WindowKey(new Stratum(urn), metric, with, grain, grain.startOf(instant)));
  }

  @Provide
  Arbitrary<Partial> partials() {
    Arbitrary<Double> reals =
        Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.of(0d, -0d, Double.MAX_VALUE));
    return Combinators.combine(
            Arbitraries.longs().greaterOrEqual(0),
            reals,
            reals,
            reals,
            Arbitraries.longs(),
            Arbitraries.oneOf(instants(), Arbitraries.of(Instant.MAX)),
            Arbitraries.oneOf(instants(), Arbitraries.of(Instant.MIN)),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Bytes::wrap))
        .as(Partial::new);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ascii().ofMaxLength(200);
  }

  private static Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(-4_000_000_000_000_000L, 4_000_000_000_000_000L)
        .map(micros -> Instant.EPOCH.plus(Duration.ofNanos(micros).multipliedBy(1000)));
  }

  private static Map<WindowKey, Partial> reversed(Map<WindowKey, Partial> windows) {
    List<WindowKey> keys = new java.util.ArrayList<>(windows.keySet());
    java.util.Collections.reverse(keys);
    Map<WindowKey, Partial> reversed = new java.util.LinkedHashMap<>();
    keys.forEach(key -> reversed.put(key, windows.get(key)));
    return reversed;
  }
}
