import { addresses, slug, versionOf } from '../fixture.ts';
import type { Case } from './case.ts';
import { moveAchievement, signed, version } from './signing.ts';
import { unevenContent } from '../../samples/content.ts';

/** Where the catalogue, or the certificate's word of it, is not in order. */
export const catalogueCases: readonly Case[] = [
  {
    what: 'a catalogue that says something else now',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (fixture) => (fixture.outside.set(version, `${fixture.outside.get(version)} `), fixture.credential),
  },
  {
    what: 'a catalogue that is not there',
    check: 'catalogue',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/catalogue-unreachable',
    make: (fixture) => (fixture.outside.delete(version), fixture.credential),
  },
  {
    what: 'no word of the version it was awarded for',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (fixture) => signed(fixture, (document) => delete document.relatedResource),
  },
  {
    what: 'one of two digests that is wrong',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (fixture) =>
      signed(
        fixture,
        (document) =>
          (document.relatedResource[0].digestSRI = [
            document.relatedResource[0].digestSRI,
            `sha256-${'A'.repeat(43)}=`,
          ]),
      ),
  },
  {
    what: 'the digest of an earlier version',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: async (fixture) => {
      const { digest } = await versionOf({ ...unevenContent, workload: { hours: 8 } });
      const earlier = addresses.version(slug, 'vatten', 1);
      const document = await signed(fixture, (draft) => {
        moveAchievement(draft, earlier);
        draft.relatedResource[0].digestSRI = digest;
      });
      // Its page answers with what belongs to another version.
      const { document: text } = await versionOf({ ...unevenContent, workload: { hours: 8 } });
      fixture.outside.set(earlier, text);
      return document;
    },
  },
  {
    what: 'a page of ours that is no version',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: async (fixture) => {
      const text = '{"type":"Achievement"}';
      fixture.outside.set(addresses.microcredential(slug, 'vatten'), text);
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
      return signed(fixture, (document) => {
        moveAchievement(document, addresses.microcredential(slug, 'vatten'));
        document.relatedResource[0].digestSRI = `sha256-${digest.toString('base64')}`;
      });
    },
  },
];
