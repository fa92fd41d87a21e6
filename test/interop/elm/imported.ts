import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importElm } from '../../../src/interop/elm/import.ts';
import { checkedImport } from '../checked-import.ts';

const examples = join(import.meta.dirname, '../../samples/elm');
export const example = (name: string): any => JSON.parse(readFileSync(join(examples, name), 'utf8'));
export const sample = () => example('Sample-MC-Annex1-unsigned.jsonld');

export const sealedText = (text: string) => Buffer.from(text).toString('base64url');

export const snb = 'http://data.europa.eu/snb/';
const authority = 'http://publications.europa.eu/resource/authority/';
export const body = {
  type: 'Organisation',
  legalName: { sv: 'Lärosätet' },
  location: { address: { countryCode: { id: `${authority}country/SWE` } } },
};

/** A credential with this specification, this assessment and this activity. */
export const credential = (specification: object, assessment: object = {}, activity: object = {}): any => ({
  type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
  credentialSubject: {
    type: 'Person',
    fullName: { en: 'Ida Ek' },
    hasClaim: {
      type: 'LearningAchievement',
      title: { en: 'Data' },
      awardedBy: { awardingBody: body },
      provenBy: assessment,
      influencedBy: activity,
      specifiedBy: { type: 'Qualification', ...specification },
    },
  },
});
export const claim = '#/credentialSubject/hasClaim';

/** Imports, and checks what holds of every import. */
export const imported = (document: unknown) => checkedImport(importElm(document));
