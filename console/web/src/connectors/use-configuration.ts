// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { get, type Answered } from '../api/client.ts';
import { problemOf, type Problem } from '../api/problem.ts';
import { useKind } from '../api/queries.ts';
import type { Connector, DescribedType, Settings } from '../api/types.ts';
import { useHere } from '../shell/shell.tsx';
import { placed, toldSoFar } from './placed.ts';
import { NEW, planOf, type Plan } from './plan.ts';
import { save } from './save.ts';
import { faultsOf, type SettingsSchema, type Values } from './settings-schema.ts';

export type Configuration = ReturnType<typeof useConfiguration>;

/** What somebody enters to connect an account, what is wrong with it, and saving it. */
export function useConfiguration(first: Answered<Connector> | undefined, known: DescribedType | undefined) {
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
  const asked = useKind(known ? '' : type).data;
  const kind = known ?? asked;
  const schema = kind?.settings_schema as SettingsSchema | undefined;

  const own = useMemo(() => (schema && values ? faultsOf(schema, values) : []), [schema, values]);
  const told = problem?.faults?.map(placed) ?? [];
  const faults = [...toldSoFar(own, tried, values), ...told];
  const nameless = tried && !plan.name.trim();
  const at = { connector: seen?.body.id ?? '' };

  function choose(chosen: string) {
    setType(chosen);
    setValues({});
    setTried(false);
    setProblem(undefined);
  }

  /** Whether it could be sent; where it could not, the faults are in sight. */
  async function submit(over = seen): Promise<boolean> {
    setTried(true);
    setProblem(undefined);
    if (own.length > 0 || !plan.name.trim()) {
      return false;
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
    return true;
  }

  async function openSettings() {
    try {
      const { body } = await get<Settings>('/api/data-connectors/{connector}/settings', { at });
      setKept(body.secrets);
      setValues(body.settings as Values);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }

  /** How it is now, on which the next decision rests. */
  async function look() {
    const now = await get<Connector>('/api/data-connectors/{connector}', { at });
    setSeen(now);
    return now;
  }

  /** Begins again from what somebody else made of it. */
  function takeOver(now: Answered<Connector>) {
    setPlan(planOf(now.body));
    setValues(undefined);
    setProblem(undefined);
  }

  return {
    ...{ seen, type, kind, schema, plan, values, kept, reason, saving, problem, own, told, faults, nameless },
    ...{ choose, setPlan, setValues, setReason, submit, openSettings, look, takeOver },
  };
}
