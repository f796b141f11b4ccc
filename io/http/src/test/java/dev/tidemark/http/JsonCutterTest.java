// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.model.Bytes;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JsonCutterTest {
  private static final int MOST = 1 << 20;

  private final List<String> pieces = new ArrayList<>();

  @Test
  void elementsAreTheVeryBytes() throws IOException {
    Map<String, Bytes> fields =
        cut(
            "{ \"next\":\"/p2\", \"value\":[ {\"a\": 1.0E7,\n"
                + "\"b\":null} ,[1, 2],\"ü\",-0.10,true] }");
    assertThat(pieces)
        .containsExactly("{\"a\": 1.0E7,\n\"b\":null}", "[1, 2]", "\"ü\"", "-0.10", "true");
    assertThat(fields).containsExactly(Map.entry("/next", Bytes.utf8("\"/p2\"")));
  }

  @Test
  void documentItselfMayBeTheArray() throws IOException {
    cut(JsonShape.each("", this::keep), "[1,{\"a\":[]},\"x\"]", 1);
    assertThat(pieces).containsExactly("1", "{\"a\":[]}", "\"x\"");
  }

  @Test
  void pointersLeadAnywhere() throws IOException {
    JsonShape shape =
        JsonShape.each("/result/data", this::keep).and("/a~1b/1", "/manifest", "/absent/x");
    Map<String, Bytes> fields =
        cut(shape, "{\"a/b\":[0,7],\"manifest\":{\"c\":[1]},\"result\":{\"data\":[[1],[2]]}}", 3);
    assertThat(pieces).containsExactly("[1]", "[2]");
    assertThat(fields)
        .containsOnly(
            Map.entry("/a~1b/1", Bytes.utf8("7")),
            Map.entry("/manifest", Bytes.utf8("{\"c\":[1]}")));
  }

  @Test
  void byteOrderMarkIsPassedOver() throws IOException {
    cut("\uFEFF{\"value\":[{\"a\":1}]}");
    assertThat(pieces).containsExactly("{\"a\":1}");
  }

  @Test
  void recordsNobodyCouldReadDoNotSpoilThePage() throws IOException {
    String huge = "{\"n\":" + "9".repeat(5_000) + "}";
    String deep = "[".repeat(2_000) + "]".repeat(2_000);
    cut("{\"value\":[" + huge + "," + deep + ",{\"a\":1}]}");
    assertThat(pieces).containsExactly(huge, deep, "{\"a\":1}");
  }

  @Test
  void recordTooLargeIsRefused() {
    assertThatThrownBy(() -> cut("{\"value\":[\"" + "x".repeat(3 << 20) + "\"]}"))
        .isInstanceOf(TooLargeException.class)
        .hasMessageContaining("a record of more than 1048576 bytes");
  }

  @Test
  void whatNobodyAskedForMayBeLarge() throws IOException {
    cut("{\"other\":[\"" + "x".repeat(5 << 20) + "\"],\"value\":[1]}");
    assertThat(pieces).containsExactly("1");
  }

  @Test
  void largestRecordPasses() throws IOException {
    String record = "\"" + "x".repeat(MOST - 2) + "\"";
    cut("{\"value\":[" + record + "," + record + "]}");
    assertThat(pieces).containsExactly(record, record);
  }

  @Test
  void otherEncodingsAreRefused() {
    String text = "{\"value\":[{\"a\":1}]}";
    assertThatThrownBy(() -> cut(bytes(text, StandardCharsets.UTF_16BE), MOST))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> cut(bytes("{\"value\":[\"é!\"]}", StandardCharsets.ISO_8859_1), MOST))
        .isInstanceOf(IOException.class);
  }

  @Test
  void secondDocumentIsRefused() {
    assertThatThrownBy(() -> cut("{\"value\":[]}{}")).isInstanceOf(UnreadableException.class);
    assertThatThrownBy(() -> cut("{\"value\":[]}]")).isInstanceOf(IOException.class);
  }

  @Property(tries = 200)
  void everyTruncationIsNoticed(@ForAll @IntRange(max = 400) int from) {
    String whole = "{\"value\":[{\"a\":\"x\\u00fc\"},12,true,[null]],\"next\":\"t\"}";
    int length = from % whole.length();
    assertThatThrownBy(() -> cut(whole.substring(0, length))).isInstanceOf(IOException.class);
  }

  @Property(tries = 300)
  void anyDocumentInAnyPortions(
      @ForAll("documents") List<Object> elements, @ForAll @IntRange(min = 1, max = 64) int portion)
      throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<String> expected = new ArrayList<>();
    for (Object element : elements) {
      expected.add(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(element));
    }
    pieces.clear();
    String document = "{\"skip\":[1,{}],\"value\":[" + String.join(" ,\n", expected) + "]}";
    cut(JsonShape.each("/value", this::keep), document, portion);
    assertThat(pieces).isEqualTo(expected);
  }

  @Property(tries = 20)
  void piecesAreRightWhereverBuffersEnd(@ForAll @IntRange(min = 7_000, max = 9_000) int padding)
      throws IOException {
    List<String> expected = IntStream.range(0, 3_000).mapToObj(n -> "" + n * 7919).toList();
    pieces.clear();
    String pad = "\"pad\":\"" + "x".repeat(padding) + "\",";
    cut("{" + pad + "\"value\":[" + String.join(",", expected) + "]}");
    assertThat(pieces).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<Object>> documents() {
    Arbitrary<Object> scalar =
        Arbitraries.oneOf(
            Arbitraries.strings().excludeChars('\ud800').map(s -> s.replaceAll("\\p{Cs}", "")),
            Arbitraries.longs().map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast));
    Arbitrary<Object> nested =
        Arbitraries.oneOf(
            scalar,
            scalar.list().ofMaxSize(4).map(Object.class::cast),
            Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), scalar)
                .ofMaxSize(4)
                .map(Object.class::cast));
    return nested.list().ofMaxSize(6);
  }

  private Map<String, Bytes> cut(String json) throws IOException {
    return cut(bytes(json, StandardCharsets.UTF_8), MOST);
  }

  private Map<String, Bytes> cut(InputStream in, int most) throws IOException {
    return new JsonCutter(JsonShape.each("/value", this::keep).and("/next"), in, most).cut();
  }

  private Map<String, Bytes> cut(JsonShape shape, String json, int portion) throws IOException {
    return new JsonCutter(shape, portions(bytes(json, StandardCharsets.UTF_8), portion), MOST)
        .cut();
  }

  private void keep(Bytes piece) {
    pieces.add(piece.utf8());
  }

  private static InputStream bytes(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }

  /** A network that brings a few bytes at a time. */
  private static InputStream portions(InputStream in, int portion) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return super.read(target, offset, Math.min(length, portion));
      }
    };
  }
}
