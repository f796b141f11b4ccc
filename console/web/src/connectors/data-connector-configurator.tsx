// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { get, type Answered } from '../api/client.ts';
import { problemOf, type Problem } from '../api/problem.ts';
import { useKind } from '../api/queries.ts';
import type { Connector, DescribedType, Settings } from '../api/types.ts';
import { useHere } from '../shell/shell.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Conflict } from './conflict.tsx';
import { described, inputLook, Labelled } from '../ui/labelled.tsx';
import { Icon } from './icon.tsx';
import { KindChoice } from './kind-choice.tsx';
import { NEW, planOf, type Plan } from './plan.ts';
import { PlanForm } from './plan-form.tsx';
import { save } from './save.ts';
import { Trial } from './trial.tsx';
import { SettingsForm } from './settings-form.tsx';
import { faultsOf, steps, type Fault, type SettingsSchema, type Values } from './settings-schema.ts';

interface Props {
  /** What is there already; nothing for a new one. */
  readonly seen?: Answered<Connector>;
  readonly known?: DescribedType;
}

/** Connects an account, or changes how one is connected and read. */
export function DataConnectorConfigurator({ seen: first, known }: Props) {
  const here = useHere();
  const client = useQueryClient();
  const navigate = useNavigate();
  // What the decision rests on stays what it was, though others go on changing it.
  const [seen, setSeen] = useState(first);
  const [type, setType] = useState(first?.body.type ?? '');
  const [plan, setPlan] = useState<Plan>(first ? planOf(first.body) : NEW);
  const [values, setValues] = useState<Values | undefined>(first ? undefined : {});
  const [kept, setKept] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [key] = useState(() => crypto.randomUUID());
  const form = useRef<HTMLFormElement>(null);
  const asked = useKind(known ? '' : type).data;
  const kind = known ?? asked;
  const schema = kind?.settings_schema as SettingsSchema | undefined;

  const own = useMemo(() => (schema && values ? faultsOf(schema, values) : []), [schema, values]);
  const told = problem?.faults?.map(placed) ?? [];
  const shown = [...own.filter((it) => tried || values?.[it.name] !== undefined), ...told];
  const nameFaults = [...(tried && !plan.name.trim() ? ['is needed'] : []), ...shown.filter((it) => it.name === '/name').map((it) => it.detail)];
  const conflict = problem?.type === 'urn:tidemark:problem:changed-meanwhile';

  async function submit(event: FormEvent, over = seen) {
    event.preventDefault();
    setTried(true);
    setProblem(undefined);
    if (own.length > 0 || !plan.name.trim()) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    setSaving(true);
    try {
      const { body } = await save({ organisation: here.id, type, plan, values, seen: over, key, reason });
      await client.invalidateQueries();
      await navigate(`/organisations/${here.id}/connectors/${body.id}`);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setSaving(false);
    }
  }

  async function openSettings() {
    try {
      const { body } = await get<Settings>('/api/data-connectors/{connector}/settings', { at: { connector: seen?.body.id ?? '' } });
      setKept(body.secrets);
      setValues(body.settings as Values);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  async function look() {
    const now = await get<Connector>('/api/data-connectors/{connector}', { at: { connector: seen?.body.id ?? '' } });
    setSeen(now);
    return now;
  }

  return (
    <form ref={form} noValidate className="flex flex-col gap-6" onSubmit={(event) => void submit(event)}>
      <title>{`${seen ? seen.body.name : 'New connector'} · Tidemark`}</title>
      <h1 className="flex items-center gap-3">
        {kind && <Icon type={kind.type} />}
        {seen ? `Change ${seen.body.name}` : 'Connect a platform'}
      </h1>
      {!seen && (
        <KindChoice
          chosen={type}
          choose={(chosen) => {
            setType(chosen);
            setValues({});
            setTried(false);
            setProblem(undefined);
          }}
        />
      )}
      {kind && schema && (
        <>
          <Panel title="How to reach it" about={kind.summary}>
            <div className="flex flex-col gap-4">
              <Labelled id="name" label="Name" needed about="What you call it here, such as warehouse." faults={nameFaults}>
                <input
                  id="name"
                  className={inputLook}
                  autoComplete="off"
                  maxLength={200}
                  value={plan.name}
                  onChange={(event) => setPlan({ ...plan, name: event.target.value })}
                  {...described('name', nameFaults)}
                />
              </Labelled>
              {values ? (
                <>
                  {kept.length > 0 && (
                    <p className="text-sm text-muted">
                      Secrets are never shown and never taken over to other settings: enter them again, or leave this page and the settings stay.
                    </p>
                  )}
                  <SettingsForm schema={schema} values={values} change={setValues} faults={fieldFaults(shown)} kept={kept} />
                  <Trial
                    path="/api/connector-types/{type}"
                    at={{ type: kind.type }}
                    query={{ organisation: here.id }}
                    body={{ settings: values }}
                    notYet={own.length > 0 ? 'It can be tried once these settings are whole.' : ''}
                  />
                </>
              ) : (
                <p className="flex flex-wrap items-center gap-3 text-muted">
                  What it connects with stays as it is.
                  <Button onClick={() => void openSettings()}>Change it</Button>
                </p>
              )}
            </div>
          </Panel>
          <Panel title="What to read">
            <PlanForm kind={kind} plan={plan} change={setPlan} faults={shown.map((it) => ({ ...it, name: it.name.replace('/', '') }))} />
          </Panel>
          <Labelled id="reason" label="Why, for the audit" faults={[]}>
            <input id="reason" className={inputLook} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Labelled>
          {problem && !conflict && <Notice problem={{ ...problem, faults: told.some((it) => it.name === '') ? (problem.faults ?? []) : [] }} />}
          {conflict && (
            <Conflict
              look={look}
              drop={(now) => {
                setPlan(planOf(now.body));
                setValues(undefined);
                setProblem(undefined);
              }}
              insist={(event, now) => void submit(event, now)}
            />
          )}
          <div className="flex gap-3">
            <Button kind="primary" type="submit" disabled={saving}>
              {seen ? 'Save' : 'Connect'}
            </Button>
            <Button onClick={() => void navigate(-1)}>Cancel</Button>
          </div>
        </>
      )}
    </form>
  );
}

/** Where a fault of the server belongs: a setting by its name, everything else with a stroke before it. */
function placed({ pointer, detail }: { pointer: string; detail: string }): Fault {
  const [first = '', second] = steps(pointer);
  if (first === 'settings') {
    return { name: second ?? '', detail };
  }
  return { name: first ? `/${first}` : '', detail };
}

function fieldFaults(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((it) => it.name !== '' && !it.name.startsWith('/'));
}

