import type { FaultWords } from './fault-words.ts';
import { listed, numbersOfTwins } from './values.ts';

const types: Readonly<Record<string, string>> = {
  array: 'Kirjoita tähän luettelo, merkkien [ ] väliin.',
  boolean: 'Kirjoita tähän true tai false ilman lainausmerkkejä.',
  integer: 'Kirjoita tähän kokonaisluku ilman lainausmerkkejä.',
  number: 'Kirjoita tähän luku ilman lainausmerkkejä.',
  object: 'Kirjoita tähän objekti: nimetyt osat merkkien { } väliin.',
  string: 'Kirjoita tähän tekstiä, lainausmerkkeihin.',
};

export const fi: FaultWords = {
  title: 'Lähetetty sisältö ei ole rajapinnan kuvaamassa muodossa.',
  detail: (count) => `Virheitä lähetetyssä sisällössä: ${count}; katso errors.`,
  language: (code) => `”${code}” ei ole täällä tunnettu kielikoodi (ISO 639, esimerkiksi sv, fi, en).`,
  unknownParameter: (known) =>
    known === ''
      ? 'Tässä ei ole tällaista parametria eikä muitakaan.'
      : `Tässä ei ole tällaista parametria; parametrit ovat: ${known}.`,
  repeatedParameter: 'Tämä parametri on tässä useasti. Jätä niistä yksi.',
  keywords: {
    additionalProperties: () => 'Tässä ei ole tällaista osaa.',
    const: ({ allowedValue }) => `Tässä voi olla vain ${JSON.stringify(allowedValue)}.`,
    enum: ({ allowedValues }) =>
      `Jokin näistä: ${listed(allowedValues, (count) => `yhteensä ${count}; katso /openapi.json`)}.`,
    exclusiveMaximum: ({ limit }) => `Pienempi kuin ${limit}.`,
    exclusiveMinimum: ({ limit }) => `Suurempi kuin ${limit}.`,
    maxItems: ({ limit }) => `Luettelossa enintään ${limit}.`,
    maxLength: ({ limit }) => `Enintään ${limit} merkkiä.`,
    maxProperties: ({ limit }) => (limit === 1 ? 'Enintään yksi osa.' : `Enintään ${limit} osaa.`),
    maximum: ({ limit }) => `Enintään ${limit}.`,
    minItems: ({ limit }) => `Luettelossa vähintään ${limit}.`,
    minLength: ({ limit }) => (limit === 1 ? 'Kirjoita jotakin tai jätä osa pois.' : `Vähintään ${limit} merkkiä.`),
    minProperties: ({ limit }) => (limit === 1 ? 'Vähintään yksi osa.' : `Vähintään ${limit} osaa.`),
    minimum: ({ limit }) => `Vähintään ${limit}.`,
    oneOf: () => 'Täsmälleen yksi niistä muodoista, jotka rajapinta tälle kuvaa.',
    propertyNames: () => 'Jollakin osalla tässä on tuntematon nimi.',
    required: () => 'Tämä osa puuttuu.',
    type: ({ type }) => types[type] ?? `Kirjoita tämä muodossa ${type}.`,
    uniqueItems: (parameters) => `Luettelon kohdat ${numbersOfTwins(parameters, 'ja')} ovat samat. Poista toinen.`,
  },
};
