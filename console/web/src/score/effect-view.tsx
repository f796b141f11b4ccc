// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useMemo, useRef } from 'react';
import type { Effect, Estimate } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { maturity, percent, signed } from '../model/phrases.ts';
import { effectBars, waterfallRows } from '../model/waterfall.ts';
import { WaterfallChart } from './waterfall-chart.tsx';

/** What would become of the score, as it would be computed; the bars add up to it. */
export function EffectView({ effect, file }: { readonly effect: Effect; readonly file: string }) {
  const chart = useRef<SVGSVGElement>(null);
  const bars = useMemo(() => effectBars(effect), [effect]);
  return (
    <div role="status">
      <div className="mb-2 flex flex-wrap items-start justify-between gap-2">
        <p>
          <strong>{signed(effect.delta)}</strong>: from {told(effect.before)} to {told(effect.after)}
        </p>
        {bars.bars.length > 0 && <Exports file={file} table={() => waterfallRows(bars)} chart={() => chart.current} />}
      </div>
      {bars.bars.length > 0 && <WaterfallChart of={bars} chart={chart} />}
    </div>
  );
}

function told(of: Estimate): string {
  return `${maturity(of.maturity)} [${maturity(of.low)} – ${maturity(of.high)}], ${percent(of.coverage)} seen`;
}
