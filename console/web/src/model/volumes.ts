// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Volume } from '../api/types.ts';

/** The last so many hours, so many of them added up at a time. */
export interface Period {
  readonly hours: number;
  readonly step: number;
}

export interface Span {
  readonly at: string;
  readonly records: number;
  readonly bytes: number;
  readonly calls: number;
  readonly failures: number;
}

/** What was read of all streams, or of one, in each step up to the one of now; those without a poll read nothing. */
export function spans(volumes: readonly Volume[], stream: string, period: Period, now: number): readonly Span[] {
  const meant = volumes.filter((it) => stream === '' || it.stream === stream);
  const long = period.step * HOUR;
  const last = Math.floor(now / long) * long;
  const number = Math.ceil(period.hours / period.step);
  const all = Array.from({ length: number }, (_, at) => last - (number - 1 - at) * long);
  return all.map((start) => meant.filter((it) => Date.parse(it.hour) === start).reduce(added, none(start)));
}

const HOUR = 3_600_000;

function none(start: number): Span {
  return { at: new Date(start).toISOString(), records: 0, bytes: 0, calls: 0, failures: 0 };
}

function added(sum: Span, it: Volume): Span {
  return {
    at: sum.at,
    records: sum.records + it.records,
    bytes: sum.bytes + it.bytes,
    calls: sum.calls + it.calls,
    failures: sum.failures + it.failures,
  };
}
