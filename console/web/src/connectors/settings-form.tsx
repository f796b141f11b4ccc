// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
// The package's front door also opens its test registry, which wants a validator that compiles code.
import Form from '@rjsf/core/lib/components/Form.js';
import type { ErrorSchema, RJSFSchema, UiSchema, ValidatorType } from '@rjsf/utils';
import { useMemo } from 'react';
import { templates, widgets } from './form-parts.tsx';
import { mainSettings, type Fault, type SettingsSchema, type Values } from './settings-schema.ts';

interface Props {
  readonly schema: SettingsSchema;
  readonly values: Values;
  readonly change: (values: Values) => void;
  readonly faults: readonly Fault[];
  /** Secrets that are kept already and must be typed again with new settings. */
  readonly kept: readonly string[];
}

/** The settings of a kind of platform, drawn from their schema. */
export function SettingsForm({ schema, values, change, faults, kept }: Props) {
  const drawn = useMemo(() => drawable(schema), [schema]);
  const uiSchema = useMemo(() => hints(schema, kept), [schema, kept]);
  const context = useMemo(() => ({ main: mainSettings(schema), values, faults }), [schema, values, faults]);
  return (
    <Form
      tagName="div"
      idPrefix="setting"
      schema={drawn}
      uiSchema={uiSchema}
      formData={values}
      formContext={context}
      validator={unasked}
      extraErrors={errors(faults)}
      showErrorList={false}
      templates={templates}
      widgets={widgets}
      onChange={({ formData }) => change(given((formData ?? {}) as Values))}
    >
      <></>
    </Form>
  );
}

/**
 * What is drawn: without rules between settings, which are told as faults, and without defaults, which
 * are the server's to apply and are shown in empty fields.
 */
function drawable(schema: SettingsSchema): RJSFSchema {
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([name, { default: _default, title: _title, ...property }]) => [name, property]),
  );
  return { type: 'object', properties, required: [...(schema.required ?? [])] } as RJSFSchema;
}

function hints(schema: SettingsSchema, kept: readonly string[]): UiSchema {
  return Object.fromEntries(
    Object.entries(schema.properties).map(([name, property]) => {
      const usual = property.default === undefined ? '' : `Usually ${[property.default].flat().join(', ')}`;
      return [
        name,
        {
          'ui:placeholder': kept.includes(name) ? 'Has a value: enter it again' : usual,
          'ui:emptyValue': undefined,
          ...(property.type === 'array' ? { 'ui:widget': 'lines' } : {}),
          ...(property.type === 'boolean' ? { 'ui:options': { usual: property.default === true } } : {}),
        },
      ];
    }),
  );
}

function errors(faults: readonly Fault[]): ErrorSchema {
  const byName: Record<string, { __errors: string[] }> = {};
  for (const { name, detail } of faults) {
    (byName[name] ??= { __errors: [] }).__errors.push(detail);
  }
  return byName as ErrorSchema;
}

function given(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}

/** Faults are found beside the form, for the usual validator compiles code, which this page may not. */
const unasked: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: () => true,
  rawValidation: () => ({ errors: [] }),
};
