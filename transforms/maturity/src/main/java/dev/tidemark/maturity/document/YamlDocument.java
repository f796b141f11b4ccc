// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Turns YAML text into a {@link Tree}. A key given twice is a problem; so is text that is no YAML
 * at all.
 */
public final class YamlDocument {
  private final Problems problems;

  private YamlDocument(Problems problems) {
    this.problems = problems;
  }

  /** The tree of a text, or nothing if it cannot be read; then the reason is among the problems. */
  public static Optional<Tree> read(String text, Problems problems) {
    try {
      return new YamlDocument(problems).compose(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
      String what = "not YAML at column " + column + ": " + e.getProblem();
      problems.add("document", line, what, "correct the syntax there");
    } catch (YamlEngineException e) {
      problems.add("document", 1, "not YAML: " + e.getMessage(), "correct the syntax");
    }
    return Optional.empty();
  }

  private Optional<Tree> compose(String text) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    Optional<Node> root = new Compose(settings).composeString(text);
    if (root.isEmpty()) {
      problems.add("document", 1, "it is empty", "write the document");
    }
    return root.map(node -> tree(node, ""));
  }

  private Tree tree(Node node, String path) {
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, path);
    }
    if (node instanceof SequenceNode sequence) {
      return sequence(sequence, path);
    }
    return scalar((ScalarNode) node);
  }

  private Tree mapping(MappingNode node, String path) {
    Map<String, Tree> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      String key = key(tuple.getKeyNode());
      String inner = path.isEmpty() ? key : path + "." + key;
      if (entries.put(key, tree(tuple.getValueNode(), inner)) != null) {
        problems.add(inner, line(tuple.getKeyNode()), "it is given twice", "keep one of the two");
      }
    }
    return new Tree.Mapping(line(node), entries);
  }

  private Tree sequence(SequenceNode node, String path) {
    List<Tree> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      items.add(tree(item, path + "[" + items.size() + "]"));
    }
    return new Tree.Sequence(line(node), items);
  }

  private static Tree scalar(ScalarNode node) {
    return new Tree.Scalar(line(node), kind(node.getTag()), node.getValue());
  }

  private static String key(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }

  private static Tree.Kind kind(Tag tag) {
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Tree.Kind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Tree.Kind.TRUTH;
    }
    return tag.equals(Tag.NULL) ? Tree.Kind.ABSENT : Tree.Kind.TEXT;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
