// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Volume } from '../api/types.ts';

export interface Hour {
  readonly at: string;
  readonly records: number;
  readonly bytes: number;
  readonly calls: number;
  readonly failures: number;
}

/** What was read of all streams, or of one, in each hour up to the one of now; hours without a poll read nothing. */
export function hourly(volumes: readonly Volume[], stream: string, hours: number, now: number): readonly Hour[] {
  const meant = volumes.filter((it) => stream === '' || it.stream === stream);
  const last = Math.floor(now / HOUR) * HOUR;
  const all = Array.from({ length: hours }, (_, at) => last - (hours - 1 - at) * HOUR);
  return all.map((start) => meant.filter((it) => Date.parse(it.hour) === start).reduce(added, none(start)));
}

const HOUR = 3_600_000;

function none(start: number): Hour {
  return { at: new Date(start).toISOString(), records: 0, bytes: 0, calls: 0, failures: 0 };
}

function added(sum: Hour, it: Volume): Hour {
  return {
    at: sum.at,
    records: sum.records + it.records,
    bytes: sum.bytes + it.bytes,
    calls: sum.calls + it.calls,
    failures: sum.failures + it.failures,
  };
}
