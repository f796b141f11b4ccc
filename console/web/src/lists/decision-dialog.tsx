// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { send } from '../api/client.ts';
import type { Decision, Effect, Platform } from '../api/types.ts';
import { useDeed } from '../api/use-deed.ts';
import { EffectView } from '../score/effect-view.tsx';
import { useHere } from '../shell/shell.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { DecisionForm } from './decision-form.tsx';

const PATH = '/api/organisations/{organisation}/estate/changes';

interface Props {
  /** The platform it is about; nothing for one that was never connected. */
  readonly of: Platform | undefined;
  readonly close: () => void;
}

/** Decides about a platform, once it was seen what that would do to the score. */
export function DecisionDialog({ of, close }: Props) {
  const at = { organisation: useHere().id };
  const { act, acting, problem } = useDeed();
  const [decision, setDecision] = useState<Decision>({ stratum: of?.stratum ?? '', change: of ? 'count' : 'add', reason: '' });
  const [effect, setEffect] = useState<Effect>();

  async function rehearse() {
    await act(async () => setEffect((await send<Effect>('POST', `${PATH}/rehearsal`, { at, body: decision })).body));
  }
  async function decide() {
    if (await act(() => send('POST', PATH, { at, body: decision }))) {
      close();
    }
  }
  return (
    <Dialog title={of ? `Decide about ${of.stratum}` : 'Count a platform that is not connected'} close={close}>
      <form
        className="flex flex-col gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void decide();
        }}
      >
        <DecisionForm
          of={of}
          decision={decision}
          faults={problem?.faults ?? []}
          change={(next) => {
            setDecision(next);
            setEffect(undefined);
          }}
        />
        {problem && <Notice problem={problem} />}
        {effect && <EffectView effect={effect} file="decision" />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={close}>Cancel</Button>
          <Button disabled={acting} onClick={() => void rehearse()}>
            What would it do?
          </Button>
          <Button kind="primary" type="submit" disabled={acting}>
            Decide
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
