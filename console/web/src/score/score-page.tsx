// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { isStatus } from '../api/problem.ts';
import { useCard, useHistory } from '../api/queries.ts';
import { NothingMeasured } from '../shell/nothing-measured.tsx';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { NextSteps } from './next-steps.tsx';
import { Overall } from './overall.tsx';
import { Profile } from './profile.tsx';
import { WhyPanel } from './why-panel.tsx';

export default function ScorePage() {
  const here = useHere();
  const card = useCard(here.id);
  const history = useHistory(here.id, 'overall');
  return (
    <>
      <title>{`Score of ${here.name} · Tidemark`}</title>
      <h1>{here.name}</h1>
      {isStatus(card.error, 404) ? (
        <NothingMeasured title="There is no score yet" />
      ) : (
        <Asked query={card} what="the score">
          {(found) => (
            <>
              <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
                <Profile card={found} />
                <Overall card={found} />
              </div>
              <HistoryPanel history={history} />
              <WhyPanel history={history} />
              <NextSteps />
            </>
          )}
        </Asked>
      )}
    </>
  );
}
