import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeUtf8 } from '../../../src/domain/shared/json-text.ts';
import { importObv3 } from '../../../src/interop/obv3/import.ts';
import { checkedImport } from '../checked-import.ts';

const samples = join(import.meta.dirname, '../../samples');
export const namesIn = (folder: string) => readdirSync(join(samples, folder)).filter((name) => name.endsWith('.json'));
export const read = (folder: string, name: string): any =>
  JSON.parse(decodeUtf8(readFileSync(join(samples, folder, name))) ?? 'null');
export const dutch = (name: string) => read('open-badges-nl', `${name}.json`);
export const found = (name: string) => read('found', `${name}.json`);

/** A credential of this achievement by an institution in Sweden. */
export const credential = (achievement: object, more: object = {}): any => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://u.example', type: ['Profile'], name: 'U', address: { addressCountryCode: 'SE' } },
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: { type: ['Achievement'], name: 'Data', criteria: { narrative: 'Can' }, ...achievement },
  },
  ...more,
});
export const spot = '#/credentialSubject/achievement';

/** Imports, and checks what holds of every import. */
export const imported = (document: unknown) => checkedImport(importObv3(document));

export function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}
