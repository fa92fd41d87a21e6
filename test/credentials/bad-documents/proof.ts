import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, institution, slug, writer } from '../fixture.ts';
import type { Case } from './case.ts';
import { signed, signedUntil, strangerSigns, strangersProof } from './signing.ts';

/** What is wrong with who signed, with what, and for how long. */
export const proofCases: readonly Case[] = [
  {
    what: 'a changed word',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => {
      const document = copy(credential);
      document.credentialSubject.learnerName = 'Någon Annan';
      return document;
    },
  },
  {
    what: 'no proof',
    check: 'proof',
    outcome: 'notApplicable',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsigned',
    make: ({ unsigned }) => unsigned,
  },
  {
    what: 'an empty list of proofs',
    check: 'proof',
    outcome: 'notApplicable',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsigned',
    make: ({ unsigned }) => ({ ...unsigned, proof: [] }),
  },
  {
    what: 'a forged second proof beside the good one',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => {
      const good = credential['proof'] as JsonObject;
      return { ...credential, proof: [good, { ...good, created: '2027-03-11T00:00:00Z' }] };
    },
  },
  {
    what: 'a second proof of an unknown kind',
    check: 'proof',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsupported-proof',
    make: ({ credential }) => {
      const good = credential['proof'] as JsonObject;
      return { ...credential, proof: [good, { ...good, cryptosuite: 'x-2030' }] };
    },
  },
  {
    what: 'a proof that builds on one that is not there',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => ({
      ...credential,
      proof: { ...(credential['proof'] as object), previousProof: 'urn:uuid:1' },
    }),
  },
  {
    what: 'two proofs of one id',
    check: 'format',
    outcome: 'failed',
    verdict: 'malformed',
    problem: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
    make: async (fixture) => {
      const good = fixture.credential['proof'] as JsonObject;
      return {
        ...fixture.credential,
        proof: [
          { ...good, id: 'urn:uuid:1' },
          { ...good, id: 'urn:uuid:1' },
        ],
      };
    },
  },
  {
    what: 'a proof for another purpose',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => ({
      ...credential,
      proof: { ...(credential['proof'] as object), proofPurpose: 'authentication' },
    }),
  },
  {
    what: 'a key revoked before it signed',
    check: 'proof',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: async (fixture) => {
      // The lists were signed with another key, which is in order.
      const weak = await writer.createKey(institution.id, 'key-2', new Date(0));
      const keys = copy(writer.composeDidDocument(slug, [fixture.key, weak]));
      const method = keys.verificationMethod.find(({ id }: { id: string }) => id.endsWith(`#${weak.publicKey}`));
      method.revoked = '2027-03-01T00:00:00Z';
      fixture.put(addresses.didDocument(slug), keys);
      return fixture.sign(fixture.unsigned, weak);
    },
  },
  {
    what: 'an issuer who did not sign',
    check: 'issuer',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/issuer-mismatch',
    make: async (fixture) => {
      const { key, id } = await strangerSigns(fixture, fixture.unsigned);
      return strangersProof(fixture.unsigned, key, id);
    },
  },
  {
    what: 'a period that is over',
    check: 'period',
    outcome: 'failed',
    verdict: 'expired',
    problem: 'https://mikromerit.example/problems/expired',
    make: (fixture) => signed(fixture, (document) => (document.validUntil = '2027-03-20T11:54:59Z')),
  },
  {
    what: 'a proof that has expired',
    check: 'period',
    outcome: 'failed',
    verdict: 'expired',
    problem: 'https://mikromerit.example/problems/expired',
    make: (fixture) => signedUntil(fixture, new Date('2027-03-20T11:54:59Z')),
  },
  {
    what: 'a period that has not begun',
    check: 'period',
    outcome: 'failed',
    verdict: 'notYetValid',
    problem: 'https://mikromerit.example/problems/not-yet-valid',
    make: (fixture) => signed(fixture, (document) => (document.validFrom = '2027-03-20T12:05:01Z')),
  },
];
