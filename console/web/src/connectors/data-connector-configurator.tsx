// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useRef, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Answered } from '../api/client.ts';
import type { Connector, DescribedType } from '../api/types.ts';
import { Button } from '../ui/button.tsx';
import { inputLook, Labelled } from '../ui/labelled.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Conflict } from './conflict.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { Icon } from './icon.tsx';
import { KindChoice } from './kind-choice.tsx';
import { PlanForm } from './plan-form.tsx';
import { useConfiguration, type Configuration } from './use-configuration.ts';

interface Props {
  /** What is there already; nothing for a new one. */
  readonly seen?: Answered<Connector>;
  readonly known?: DescribedType;
}

/** Connects an account, or changes how one is connected and read. */
export function DataConnectorConfigurator({ seen: first, known }: Props) {
  const it = useConfiguration(first, known);
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent, over?: Answered<Connector>) {
    event.preventDefault();
    if (!(await it.submit(over))) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    }
  }

  return (
    <form ref={form} noValidate className="flex flex-col gap-6" onSubmit={(event) => void submit(event)}>
      <title>{`${it.seen ? it.seen.body.name : 'New connector'} · Tidemark`}</title>
      <h1 className="flex items-center gap-3">
        {it.kind && <Icon type={it.kind.type} />}
        {it.seen ? `Change ${it.seen.body.name}` : 'Connect a platform'}
      </h1>
      {!it.seen && <KindChoice chosen={it.type} choose={it.choose} />}
      {it.kind && it.schema && (
        <>
          <ConnectionPanel of={it} kind={it.kind} schema={it.schema} />
          <Panel title="What to read">
            <PlanForm kind={it.kind} plan={it.plan} change={it.setPlan} faults={it.faults.map((fault) => ({ ...fault, name: fault.name.replace('/', '') }))} />
          </Panel>
          <Labelled id="reason" label="Why, for the audit" faults={[]}>
            <input id="reason" className={inputLook} maxLength={500} value={it.reason} onChange={(event) => it.setReason(event.target.value)} />
          </Labelled>
          <Refusal of={it} insist={(event, now) => void submit(event, now)} />
          <div className="flex gap-3">
            <Button kind="primary" type="submit" disabled={it.saving}>
              {it.seen ? 'Save' : 'Connect'}
            </Button>
            <Button onClick={() => void navigate(-1)}>Cancel</Button>
          </div>
        </>
      )}
    </form>
  );
}

interface RefusalProps {
  readonly of: Configuration;
  readonly insist: (event: FormEvent, now: Answered<Connector>) => void;
}

/** Why it was not saved: somebody was first, or what the server found wrong that has no field of its own. */
function Refusal({ of: { problem, told, look, takeOver }, insist }: RefusalProps) {
  if (!problem) {
    return null;
  }
  if (problem.type === 'urn:tidemark:problem:changed-meanwhile') {
    return <Conflict look={look} drop={takeOver} insist={insist} />;
  }
  return <Notice problem={{ ...problem, faults: told.some((it) => it.name === '') ? (problem.faults ?? []) : [] }} />;
}
