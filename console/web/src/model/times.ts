// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** A moment in the zone of the reader, with its name. */
export function moment(at: string, zone?: string): string {
  const date = new Date(at);
  const sameYear = date.getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(zone ? { timeZone: zone } : {}),
  }).format(date);
}

/** A day of UTC, which is what closes are of. */
export function day(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

const steps = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;

/** How long, in its largest unit. */
export function span(seconds: number): string {
  const size = Math.abs(seconds);
  const [step, unit] = steps.find(([least]) => size >= 2 * least || least === 1) ?? [1, 's'];
  return `${Math.round(size / step)} ${unit}`;
}

export function ago(at: string, now: number): string {
  const seconds = (now - Date.parse(at)) / 1000;
  return seconds >= 0 ? `${span(seconds)} ago` : `in ${span(seconds)}`;
}

/** An ISO 8601 length of time in seconds; undefined where it is none. */
export function seconds(length: string): number | undefined {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(length);
  if (!parts || length === 'P' || length.endsWith('T')) {
    return undefined;
  }
  const [, days = 0, hours = 0, minutes = 0, rest = 0] = parts;
  return Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(rest);
}
