import type { JsonObject } from '../../../src/services/ports/index.ts';

const v2 = 'https://www.w3.org/ns/credentials/v2';
export const presentationOf = (credentials: unknown[], more: JsonObject = {}): JsonObject => ({
  '@context': [v2],
  type: ['VerifiablePresentation'],
  verifiableCredential: credentials,
  ...more,
});
export const envelope = (jwt: string, type = 'EnvelopedVerifiableCredential', media = 'application/vc+jwt') => ({
  '@context': v2,
  id: `data:${media},${jwt}`,
  type,
});
export const outcomesOf = (report: { checks: readonly { name: string; outcome: string }[] }) =>
  Object.fromEntries(report.checks.map(({ name, outcome }) => [name, outcome]));

export const plain = { format: 'passed', holder: 'notApplicable', proof: 'notApplicable', period: 'notApplicable' };
export const whole = { format: 'passed', holder: 'passed', proof: 'passed', period: 'notApplicable' };
