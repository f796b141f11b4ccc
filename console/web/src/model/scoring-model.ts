// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import declared from 'virtual:scoring-model';

/** How a raw value becomes a level: thresholds of the levels 0 to 5, as numbers or lengths of time. */
export type Curve = string | Readonly<Record<string, readonly (number | string)[]>>;

export interface IndicatorWords {
  readonly label: string;
  readonly goal: string;
  readonly remediation: string;
  readonly weight: number;
  readonly basis?: string;
  readonly curve?: Curve;
  readonly window?: string;
  readonly halfLife?: string;
  readonly metric?: string;
}

/** What the model says of an indicator; nothing where another model counts than the page was built with. */
export function wordsOf(model: string | undefined, indicator: string): IndicatorWords | undefined {
  return model === declared.reference ? declared.indicators[indicator] : undefined;
}
