import type { Undo } from '../../postgres-server.ts';
import type { Family } from '../family.ts';
import { type Contender, interleave } from '../interleave.ts';
import { benchRow } from '../row.ts';
import { sendAll, type Sent } from '../servers/load.ts';
import { startReference } from '../servers/process.ts';
import { awardOf, type Database, startMeasured } from '../servers/service.ts';

/** Documents in a round, each of another person. */
const inRound = 16;
const json = { 'Content-Type': 'application/json' };

/** Issuing and verifying over HTTP beside Hono and @digitalbazaar/vc, which do no more than that. */
export const serving = (root: string, libraryFile: string, database: Database): Family => ({
  name: `issuing and verifying over HTTP, ${database}`,
  async measure({ rounds: wanted, say }) {
    const undo: Undo[] = [];
    try {
      const rounds = Math.ceil(wanted / 20);
      const service = await startMeasured(root, database, undo);
      const library = await startReference(root, libraryFile, ['serve', service.url, service.slug], undo);
      const authorised = { ...json, Authorization: `Bearer ${service.key}` };
      const post = (url: string, body: unknown, status: number, headers: Sent['headers'] = json): Sent => ({
        url,
        method: 'POST',
        headers: headers ?? json,
        body: JSON.stringify(body),
        status,
      });

      /** The credentials of the awards that were made last, and as they were before they were signed. */
      let credentials: readonly object[] = [];
      let signed: readonly unknown[] = [];
      let completions: readonly string[] = [];
      const issuing: readonly Contender[] = [
        {
          name: 'issue',
          prepare: async () => (completions = await service.completions(inRound)),
          async run() {
            const url = `${service.url}${service.base}/awards`;
            const made = await sendAll(completions.map((id) => post(url, awardOf(id), 201, authorised)));
            completions = made.map((text) => (JSON.parse(text) as { id: string }).id);
          },
        },
        {
          name: 'issue by the library',
          async prepare() {
            const urls = completions.map((id) => `${service.url}${service.base}/awards/${id}/credential`);
            const texts = await sendAll(urls.map((url) => ({ url, headers: authorised, status: 200 })));
            credentials = texts.map((text) => JSON.parse(text) as object);
          },
          async run() {
            const unsigned = credentials.map((credential) => ({ ...credential, proof: undefined }));
            const texts = await sendAll(unsigned.map((each) => post(`${library.url}/issue`, each, 201)));
            signed = texts.map((text) => JSON.parse(text) as unknown);
          },
        },
        {
          name: 'verify',
          async run() {
            const checks = credentials.map((credential) => post(`${service.url}/api/v1/verify`, { credential }, 200));
            for (const text of await sendAll(checks)) demand(text, 'verdict', 'valid');
          },
        },
        {
          name: 'verify by the library',
          async run() {
            const checks = signed.map((credential) => post(`${library.url}/verify`, credential, 200));
            for (const text of await sendAll(checks)) demand(text, 'verified', true);
          },
        },
      ];
      say('issuing and verifying in turn');
      const taken = await interleave(issuing, { rounds, warmUp: 1 });
      const perSecond = (name: string) => inRound / (taken(name) / 1e6);
      return [
        benchRow(
          {
            name: `verify over HTTP, ${database} (requests a second) ÷ Hono and @digitalbazaar/vc`,
            ours: perSecond('verify'),
            reference: perSecond('verify by the library'),
          },
          { must: '≥ 15', aim: '≥ 25' },
        ),
        benchRow(
          {
            name: `issue over HTTP, everything included, ${database} (requests a second) ÷ Hono and @digitalbazaar/vc`,
            ours: perSecond('issue'),
            reference: perSecond('issue by the library'),
          },
          { must: '≥ 5', aim: '≥ 20' },
        ),
      ];
    } finally {
      for (const step of undo.reverse()) await step();
    }
  },
});

function demand(text: string, member: string, value: unknown): void {
  const found = JSON.parse(text) as Readonly<Record<string, unknown>>;
  if (found[member] !== value) throw new Error(`${member} is ${String(found[member])}`);
}
