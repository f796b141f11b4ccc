// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.idle;

/**
 * What so many idle streams took over a time.
 *
 * @param seconds of the time
 * @param polls of all streams in that time
 * @param cpuNanos of the job's process
 * @param heapBytes that live at its end
 * @param checkpointBytes of the newest checkpoint
 * @param walBytes the server wrote meanwhile, whatever it wrote them for
 * @param rows inserted, updated or deleted in the job's database
 * @param statements sent to the job's database
 */
public record Crowd(
    int streams,
    double seconds,
    long polls,
    long cpuNanos,
    long heapBytes,
    int threads,
    long checkpointBytes,
    long walBytes,
    long rows,
    long statements) {}
