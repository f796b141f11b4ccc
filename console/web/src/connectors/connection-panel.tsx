// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { DescribedType } from '../api/types.ts';
import { useHere } from '../shell/shell.tsx';
import { Button } from '../ui/button.tsx';
import { described, inputLook, Labelled } from '../ui/labelled.tsx';
import { Panel } from '../ui/panel.tsx';
import { fieldFaults } from './placed.ts';
import { SettingsForm } from './settings-form.tsx';
import type { SettingsSchema } from './settings-schema.ts';
import { Trial } from './trial.tsx';
import type { Configuration } from './use-configuration.ts';

interface Props {
  readonly of: Configuration;
  readonly kind: DescribedType;
  readonly schema: SettingsSchema;
}

/** What an account is called and how it is reached, to be tried before it is saved. */
export function ConnectionPanel({ of, kind, schema }: Props) {
  return (
    <Panel title="How to reach it" about={kind.summary}>
      <div className="flex flex-col gap-4">
        <Name of={of} />
        {of.values ? (
          <Reach of={of} kind={kind} schema={schema} />
        ) : (
          <p className="flex flex-wrap items-center gap-3 text-muted">
            What it connects with stays as it is.
            <Button onClick={() => void of.openSettings()}>Change it</Button>
          </p>
        )}
      </div>
    </Panel>
  );
}

function Name({ of }: { readonly of: Configuration }) {
  const faults = [...(of.nameless ? ['is needed'] : []), ...of.faults.filter((it) => it.name === '/name').map((it) => it.detail)];
  return (
    <Labelled id="name" label="Name" needed about="What you call it here, such as warehouse." faults={faults}>
      <input
        id="name"
        className={inputLook}
        autoComplete="off"
        maxLength={200}
        value={of.plan.name}
        onChange={(event) => of.setPlan({ ...of.plan, name: event.target.value })}
        {...described('name', faults)}
      />
    </Labelled>
  );
}

function Reach({ of, kind, schema }: Props) {
  const here = useHere();
  const values = of.values ?? {};
  return (
    <>
      {of.kept.length > 0 && (
        <p className="text-sm text-muted">
          Secrets are never shown and never taken over to other settings: enter them again, or leave this page and the settings stay.
        </p>
      )}
      <SettingsForm schema={schema} values={values} change={of.setValues} faults={fieldFaults(of.faults)} kept={of.kept} />
      <Trial
        path="/api/connector-types/{type}"
        at={{ type: kind.type }}
        query={{ organisation: here.id }}
        body={{ settings: values }}
        notYet={of.own.length > 0 ? 'It can be tried once these settings are whole.' : ''}
      />
    </>
  );
}
