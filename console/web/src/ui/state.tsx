// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
const looks: Record<string, string> = {
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  calm: 'bg-tide-soft text-tide-strong',
  none: 'border border-line text-muted',
};

const tones: Record<string, string> = {
  'in sync': 'good',
  MEASURED: 'good',
  final: 'good',
  active: 'good',
  shadow: 'calm',
  'out of sync': 'warn',
  'budget spent': 'warn',
  STALE: 'warn',
  PARTIAL: 'calm',
  ATTESTED: 'calm',
  PROBATION: 'calm',
  starting: 'calm',
  waiting: 'calm',
  provisional: 'calm',
  restated: 'warn',
  failing: 'bad',
  ERROR: 'bad',
};

/** A state in a word; colour only underlines what the word says. */
export function State({ name, words = name }: { readonly name: string; readonly words?: string }) {
  return (
    <span className={`inline-block rounded-full px-2 py-0.5 text-sm whitespace-nowrap ${looks[tones[name] ?? 'none']}`}>
      {words.toLowerCase().replaceAll('_', ' ')}
    </span>
  );
}
