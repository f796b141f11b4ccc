// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

const source = '../../transforms/maturity/src/main/resources/dev/tidemark/maturity/tidemark-core-1.0.0.yaml';
const module = 'virtual:scoring-model';

interface Declared {
  readonly model: { readonly id: string; readonly version: string };
  readonly indicators: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * What Tidemark's own scoring model says in words of its indicators: what each is for, how it is
 * mended, what is counted. Read from the model itself, so that the page never says it otherwise.
 */
export function scoringModel(): Plugin {
  return {
    name: 'scoring-model',
    resolveId: (id) => (id === module ? id : undefined),
    load: (id) => (id === module ? `export default ${JSON.stringify(words())}` : undefined),
  };
}

function words(): unknown {
  const declared = parse(readFileSync(source, 'utf8')) as Declared;
  const indicators = Object.entries(declared.indicators).map(([id, it]) => [id, worded(it)]);
  return {
    reference: `${declared.model.id} ${declared.model.version}`,
    indicators: Object.fromEntries(indicators),
  };
}

function worded(indicator: Readonly<Record<string, unknown>>): unknown {
  const { label, goal, remediation, weight, basis, curve, window, half_life } = indicator;
  const metric = (indicator['numerator'] as { metric?: string } | undefined)?.metric;
  return { label, goal, remediation, weight, basis, curve, window, halfLife: half_life, metric };
}
