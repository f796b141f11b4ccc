// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.Volume;
import java.util.List;
import java.util.Map;

/**
 * What reading a stream once brought.
 *
 * @param ended whether the whole of it was read, not only as much as was asked for
 * @param operations how many changes of each kind there were, by name
 * @param checkpoints how often a restart could have resumed later than before
 * @param schemaChanges how records differed from what was announced
 * @param rejected what is wrong with records that cannot be used
 * @param samples the first records
 * @param events the first metric events
 * @param counts how many events of each metric there were
 */
public record StreamPreview(
    String stream,
    boolean ended,
    Map<String, Long> operations,
    Volume volume,
    long checkpoints,
    List<String> schemaChanges,
    List<String> rejected,
    List<JsonNode> samples,
    List<MetricEvent> events,
    Map<String, Long> counts) {}
