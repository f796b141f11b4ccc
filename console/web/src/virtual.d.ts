// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
declare module 'virtual:scoring-model' {
  const declared: {
    readonly reference: string;
    readonly indicators: Readonly<Record<string, import('./model/scoring-model.ts').IndicatorWords>>;
  };
  export default declared;
}
