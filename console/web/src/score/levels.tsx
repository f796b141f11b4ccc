// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { valued } from '../model/phrases.ts';
import type { Curve, IndicatorWords } from '../model/scoring-model.ts';
import { seconds } from '../model/times.ts';
import { Panel } from '../ui/panel.tsx';

interface Props {
  readonly words: IndicatorWords | undefined;
  readonly unit: string;
  readonly expert: boolean;
}

/** What each level asks of the indicator, as the model has it. */
export function Levels({ words, unit, expert }: Props) {
  const thresholds = anchors(words?.curve);
  return (
    <Panel title="How it is judged">
      {words && (
        <p className="text-sm text-muted">
          {Math.round(100 * words.weight)} % of its dimension{words.window && ` · window ${words.window}`}
          {words.halfLife && ` · half as fresh after ${words.halfLife}`}
        </p>
      )}
      {thresholds && (
        <ul className="mt-2">
          {thresholds.map((threshold, level) => (
            <li key={level} className="flex justify-between gap-4 border-t border-line py-1">
              <span>{level === 0 ? 'Nothing at' : level === 5 ? 'Everything at' : `Level ${level} at`}</span>
              <span>{valued(threshold, unit)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-sm text-muted">{expert ? 'The thresholds are an expert default: no published norm is behind them.' : words?.basis && `After ${words.basis}.`}</p>
    </Panel>
  );
}

/** Not fulfilled, partly, largely, fully, as ISO/IEC 33020 rates: the anchors the name stands for. */
const NPLF = [0, 0.15, 0.383, 0.617, 0.85, 0.98];

function anchors(curve: Curve | undefined): readonly number[] | undefined {
  if (curve === 'nplf') {
    return NPLF;
  }
  const written = typeof curve === 'object' ? (curve['anchors'] ?? curve['log']) : undefined;
  return written?.map((it) => (typeof it === 'number' ? it : (seconds(it) ?? NaN)));
}
