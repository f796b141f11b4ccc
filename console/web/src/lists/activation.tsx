// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { send } from '../api/client.ts';
import { useModel } from '../api/queries.ts';
import { useDeed } from '../api/use-deed.ts';
import { useHere } from '../shell/shell.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Time } from '../ui/time.tsx';

const ABOUT =
  'It counts for every organisation from now on. The version before is retired and its closes stay as they are; the first score by this one tells how much of the change is the model’s. You can go back the same way.';

interface Props {
  readonly model: string;
  readonly done: () => void;
}

/** Has a version count, after what that does was seen; as it stood when it was asked for, or not at all. */
export function Activation({ model, done }: Props) {
  const at = { organisation: useHere().id, model };
  const version = useModel(at.organisation, model).data;
  const [seen, setSeen] = useState<string>();
  const { act, problem, forget } = useDeed();

  async function confirmed(reason: string) {
    const path = '/api/organisations/{organisation}/models/{model}/activation';
    if (await act(() => send('POST', path, { at, seen: seen ?? '', reason }))) {
      done();
    }
  }
  return (
    <>
      <Button
        kind="primary"
        disabled={!version}
        onClick={() => {
          forget();
          setSeen(version?.tag);
        }}
      >
        Activate
      </Button>
      {seen !== undefined && (
        <Confirm title={`Have ${model} count?`} detail={ABOUT} verb="Activate" danger={false} problem={problem} act={confirmed} close={() => setSeen(undefined)} />
      )}
    </>
  );
}

/** Who had the version count that does. */
export function Decided({ model }: { readonly model: string }) {
  const decision = useModel(useHere().id, model).data?.body.decision;
  return decision ? (
    <p className="mt-2 text-sm text-muted">
      {model} was activated by {decision.actor}, <Time at={decision.at} />: {decision.purpose}
    </p>
  ) : null;
}
