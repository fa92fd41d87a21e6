import { addresses, slug, versionOf } from '../world.ts';
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
    make: (world) => (world.outside.set(version, `${world.outside.get(version)} `), world.credential),
  },
  {
    what: 'a catalogue that is not there',
    check: 'catalogue',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/catalogue-unreachable',
    make: (world) => (world.outside.delete(version), world.credential),
  },
  {
    what: 'no word of the version it was awarded for',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) => signed(world, (document) => delete document.relatedResource),
  },
  {
    what: 'one of two digests that is wrong',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) =>
      signed(
        world,
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
    make: async (world) => {
      const { digest } = await versionOf({ ...unevenContent, workload: { hours: 8 } });
      const earlier = addresses.version(slug, 'vatten', 1);
      const document = await signed(world, (draft) => {
        moveAchievement(draft, earlier);
        draft.relatedResource[0].digestSRI = digest;
      });
      // Its page answers with what belongs to another version.
      const { document: text } = await versionOf({ ...unevenContent, workload: { hours: 8 } });
      world.outside.set(earlier, text);
      return document;
    },
  },
  {
    what: 'a page of ours that is no version',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: async (world) => {
      const text = '{"type":"Achievement"}';
      world.outside.set(addresses.microcredential(slug, 'vatten'), text);
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
      return signed(world, (document) => {
        moveAchievement(document, addresses.microcredential(slug, 'vatten'));
        document.relatedResource[0].digestSRI = `sha256-${digest.toString('base64')}`;
      });
    },
  },
];
