import type { FaultWords } from './fault-words.ts';
import { listed, numbersOfTwins } from './values.ts';

const types: Readonly<Record<string, string>> = {
  array: 'Skriv en lista här, inom [ ].',
  boolean: 'Skriv true eller false här, utan citattecken.',
  integer: 'Skriv ett heltal här, utan citattecken.',
  number: 'Skriv ett tal här, utan citattecken.',
  object: 'Skriv ett objekt här: namngivna delar inom { }.',
  string: 'Skriv text här, inom citattecken.',
};

/** Nothing in these has another name in Finland. */
export const sv: FaultWords = {
  title: 'Det som skickades har inte den form som API:et beskriver.',
  detail: (count) => `Fel i det som skickades: ${count}; se errors.`,
  language: (code) => `”${code}” är ingen språkkod som är känd här (ISO 639, till exempel sv, fi, en).`,
  unknownParameter: (known) =>
    known === ''
      ? 'Det finns ingen sådan parameter här, och ingen annan.'
      : `Det finns ingen sådan parameter här; de som finns: ${known}.`,
  repeatedParameter: 'Den här parametern står här flera gånger. Lämna kvar en.',
  keywords: {
    additionalProperties: () => 'Det finns ingen sådan del här.',
    const: ({ allowedValue }) => `Bara ${JSON.stringify(allowedValue)} kan stå här.`,
    enum: ({ allowedValues }) =>
      `Ett av: ${listed(allowedValues, (count) => `${count} sammanlagt; se /openapi.json`)}.`,
    exclusiveMaximum: ({ limit }) => `Mindre än ${limit}.`,
    exclusiveMinimum: ({ limit }) => `Mer än ${limit}.`,
    maxItems: ({ limit }) => `Högst ${limit} i listan.`,
    maxLength: ({ limit }) => `Högst ${limit} tecken.`,
    maxProperties: ({ limit }) => (limit === 1 ? 'Högst en del.' : `Högst ${limit} delar.`),
    maximum: ({ limit }) => `Högst ${limit}.`,
    minItems: ({ limit }) => `Minst ${limit} i listan.`,
    minLength: ({ limit }) => (limit === 1 ? 'Skriv något, eller utelämna delen.' : `Minst ${limit} tecken.`),
    minProperties: ({ limit }) => (limit === 1 ? 'Minst en del.' : `Minst ${limit} delar.`),
    minimum: ({ limit }) => `Minst ${limit}.`,
    oneOf: () => 'Exakt en av de former som API:et beskriver för detta.',
    propertyNames: () => 'En del här har ett namn som inte är känt.',
    required: () => 'Den här delen saknas.',
    type: ({ type }) => types[type] ?? `Skriv detta som ${type}.`,
    uniqueItems: (parameters) => `Nummer ${numbersOfTwins(parameters, 'och')} i listan är lika. Ta bort ett av dem.`,
  },
};
