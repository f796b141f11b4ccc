// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { getInputProps, type BaseInputTemplateProps, type FieldTemplateProps, type ObjectFieldTemplateProps, type WidgetProps } from '@rjsf/utils';
import { described, inputLook, Labelled } from '../ui/labelled.tsx';

interface Context {
  readonly main: ReadonlySet<string>;
}

function Group({ properties, registry }: ObjectFieldTemplateProps) {
  const { main } = registry.formContext as Context;
  const rest = properties.filter((it) => !main.has(it.name));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">{properties.filter((it) => main.has(it.name)).map((it) => it.content)}</div>
      {rest.length > 0 && (
        <details className="mt-4 rounded-lg border border-line">
          <summary className="px-3 py-2 text-muted">{rest.length} more settings, which can stay as they are</summary>
          <div className="grid gap-4 p-3 sm:grid-cols-2">{rest.map((it) => it.content)}</div>
        </details>
      )}
    </>
  );
}

function Field({ id, label, required, rawDescription, rawErrors, schema, children, hidden }: FieldTemplateProps) {
  if (schema.type === 'object' || hidden) {
    return <>{children}</>;
  }
  return (
    <Labelled id={id} label={label} needed={required === true} about={rawDescription} faults={rawErrors ?? []}>
      {children}
    </Labelled>
  );
}

function Input({ id, value, type, schema, options, placeholder, rawErrors, onChange }: BaseInputTemplateProps) {
  const { step: _step, ...input } = getInputProps(schema, type, options);
  const secret = schema.writeOnly === true;
  return (
    <input
      id={id}
      {...input}
      type={secret ? 'password' : input.type}
      autoComplete={secret ? 'new-password' : 'off'}
      spellCheck={false}
      className={inputLook}
      placeholder={placeholder}
      value={(value as string | number | undefined) ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      {...described(id, rawErrors)}
    />
  );
}

function Choice({ id, value, options, placeholder, rawErrors, onChange }: WidgetProps) {
  return (
    <select
      id={id}
      className={inputLook}
      value={(value as string | undefined) ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      {...described(id, rawErrors)}
    >
      <option value="">{placeholder || 'Choose'}</option>
      {options.enumOptions?.map((option) => (
        <option key={option.label} value={String(option.value)}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Flag({ id, value, options, rawErrors, onChange }: WidgetProps) {
  const usual = options['usual'] === true;
  return (
    <input
      id={id}
      type="checkbox"
      className="size-5 accent-(--tide)"
      checked={(value as boolean | undefined) ?? usual}
      onChange={(event) => onChange(event.target.checked)}
      {...described(id, rawErrors)}
    />
  );
}

/** One value a line. */
function Lines({ id, value, placeholder, rawErrors, onChange }: WidgetProps) {
  const lines = (value as readonly string[] | undefined) ?? [];
  return (
    <textarea
      id={id}
      rows={Math.max(2, lines.length)}
      spellCheck={false}
      className={inputLook}
      placeholder={placeholder || 'One a line'}
      value={lines.join('\n')}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value.split('\n'))}
      {...described(id, rawErrors)}
    />
  );
}

export const templates = { FieldTemplate: Field, ObjectFieldTemplate: Group, BaseInputTemplate: Input };
export const widgets = { SelectWidget: Choice, CheckboxWidget: Flag, PasswordWidget: Input, lines: Lines };
