// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useModelEffect, useModels } from '../api/queries.ts';
import type { ModelVersion } from '../api/types.ts';
import { EffectView } from '../score/effect-view.tsx';
import { maturity, percent } from '../model/phrases.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { State } from '../ui/state.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Activation, Decided } from './activation.tsx';
import { Time } from '../ui/time.tsx';

/** The versions of the model, and what each would do before it is activated. */
export default function ModelsPage() {
  const here = useHere();
  const models = useModels(here.id);
  const [asked, ask] = useState('');
  const action: Column<ModelVersion> = {
    name: 'What if',
    show: (it) =>
      it.status !== 'active' && (
        <Button aria-label={`What would ${it.id} do`} onClick={() => ask(it.id)}>
          What would it do?
        </Button>
      ),
  };
  return (
    <>
      <title>{`Models of ${here.name} · Tidemark`}</title>
      <h1>Models</h1>
      <Panel title="Versions of the scoring model" about="The oldest first. One of them counts; ./tidemark model add brings others, and each can be tried before it is activated.">
        <Asked query={models} what="the models">
          {(found) =>
            found.length === 0 ? (
              <Empty title="No model yet">A running job registers the one it comes with.</Empty>
            ) : (
              <>
                <Table caption="Models" file="models" columns={[...columns, action]} rows={found} id={(it) => it.id} />
                {found.filter((it) => it.status === 'active').map((it) => <Decided key={it.id} model={it.id} />)}
              </>
            )
          }
        </Asked>
      </Panel>
      {asked && <EffectPanel key={asked} model={asked} close={() => ask('')} />}
    </>
  );
}

function EffectPanel({ model, close }: { readonly model: string; readonly close: () => void }) {
  const here = useHere();
  const effect = useModelEffect(here.id, model);
  return (
    <Panel
      title={`With ${model} activated`}
      about="Computed over the same evidence; nothing is changed."
      actions={here.role === 'administrator' && effect.data && <Activation model={model} done={close} />}
    >
      <Asked query={effect} what="what it would do">
        {(found) => <EffectView effect={found} file="model-effect" />}
      </Asked>
    </Panel>
  );
}

const columns: readonly Column<ModelVersion>[] = [
  { name: 'Model', show: (it) => <strong className="font-medium">{it.id}</strong>, plain: (it) => it.id },
  { name: 'Version', plain: (it) => it.version },
  { name: 'State', show: (it) => <State name={it.status} />, plain: (it) => it.status },
  {
    name: 'Score under it',
    number: true,
    show: (it) => (it.score ? `${maturity(it.score.maturity)} [${maturity(it.score.low)} – ${maturity(it.score.high)}]` : 'not scored'),
    plain: (it) => it.score?.maturity ?? null,
  },
  { name: 'Low', plain: (it) => it.score?.low ?? null },
  { name: 'High', plain: (it) => it.score?.high ?? null },
  { name: 'Coverage', number: true, show: (it) => (it.score ? percent(it.score.coverage) : '–'), plain: (it) => it.score?.coverage ?? null },
  { name: 'Registered', show: (it) => <Time at={it.registered_at} />, plain: (it) => it.registered_at },
  { name: 'State since', show: (it) => <Time at={it.changed_at} />, plain: (it) => it.changed_at },
  {
    name: 'SHA-256',
    show: (it) => (
      <code className="text-sm" title={it.sha256}>
        {it.sha256.slice(0, 12)}…
      </code>
    ),
    plain: (it) => it.sha256,
  },
];
