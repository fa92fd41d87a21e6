import type { FaultWords } from './fault-words.ts';
import { listed, numbersOfTwins } from './values.ts';

const types: Readonly<Record<string, string>> = {
  array: 'Write a list here, in [ ].',
  boolean: 'Write true or false here, without quotation marks.',
  integer: 'Write a whole number here, without quotation marks.',
  number: 'Write a number here, without quotation marks.',
  object: 'Write an object here: named members in { }.',
  string: 'Write text here, in quotation marks.',
};

export const en: FaultWords = {
  title: 'The request does not follow the contract.',
  detail: (count) => `Faults in the request: ${count}; see errors.`,
  language: (code) => `“${code}” is no language code known here (ISO 639, such as sv, fi, en).`,
  unknownParameter: (known) =>
    known === ''
      ? 'There is no such parameter here, nor any other.'
      : `There is no such parameter here; there are: ${known}.`,
  repeatedParameter: 'This parameter stands here more than once. Leave one.',
  keywords: {
    additionalProperties: () => 'There is no such member here.',
    const: ({ allowedValue }) => `Only ${JSON.stringify(allowedValue)} can stand here.`,
    enum: ({ allowedValues }) => `One of: ${listed(allowedValues, (count) => `${count} in all; see /openapi.json`)}.`,
    exclusiveMaximum: ({ limit }) => `Less than ${limit}.`,
    exclusiveMinimum: ({ limit }) => `More than ${limit}.`,
    maxItems: ({ limit }) => `At most ${limit} in the list.`,
    maxLength: ({ limit }) => `At most ${limit} characters.`,
    maxProperties: ({ limit }) => (limit === 1 ? 'Only one member.' : `At most ${limit} members.`),
    maximum: ({ limit }) => `At most ${limit}.`,
    minItems: ({ limit }) => `At least ${limit} in the list.`,
    minLength: ({ limit }) =>
      limit === 1 ? 'Write something, or leave the member out.' : `At least ${limit} characters.`,
    minProperties: ({ limit }) => `At least ${limit} ${limit === 1 ? 'member' : 'members'}.`,
    minimum: ({ limit }) => `At least ${limit}.`,
    oneOf: () => 'Exactly one of the forms that the contract has for this.',
    propertyNames: () => 'A member here has a name that is not known.',
    required: () => 'This member is missing.',
    type: ({ type }) => types[type] ?? `Write this as ${type}.`,
    uniqueItems: (parameters) => `Numbers ${numbersOfTwins(parameters, 'and')} in the list are the same. Remove one.`,
  },
};
