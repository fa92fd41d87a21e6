import type { Undo } from '../../postgres-server.ts';
import type { Family } from '../family.ts';
import { type Contender, interleave } from '../interleave.ts';
import { benchRow, type BenchRow } from '../row.ts';
import { sendAll, type Sent } from '../servers/load.ts';
import { join } from 'node:path';
import { processorTime, type ReferenceServer, startReference } from '../servers/process.ts';
import { awardOf, type Database, type MeasuredService, startMeasured } from '../servers/service.ts';

type Read = Readonly<{ what: string; paths: readonly string[]; accept: string }>;
const [json, page] = ['application/json', 'text/html'];
/** How often each document is read in a round, after one award was made. */
const times = 50;

async function readable(service: MeasuredService): Promise<readonly Read[]> {
  const certificates = await service.certificates(8);
  const place = `/institutions/${service.slug}`;
  const course = `${place}/microcredentials/${service.course}`;
  const repeated = (path: string) => Array<string>(certificates.length).fill(path);
  return [
    { what: 'stored certificates', paths: certificates, accept: json },
    { what: 'did.json', paths: repeated(`${place}/did.json`), accept: json },
    { what: 'status list', paths: repeated(`${place}/status/1/revocation`), accept: json },
    { what: 'version', paths: repeated(`${course}/versions/1`), accept: json },
    { what: 'catalogue list', paths: repeated('/api/v1/microcredentials'), accept: json },
    { what: 'course page', paths: repeated(`/sv${course}`), accept: page },
    { what: 'certificate pages', paths: certificates.map((path) => `/sv${path}`), accept: page },
  ];
}

/** Gives the bare server the bytes that ours answers with; the tags of those. */
async function copy(
  service: MeasuredService,
  bare: ReferenceServer,
  { paths, accept }: Read,
): Promise<readonly string[]> {
  const tags: string[] = [];
  for (const path of paths) {
    const answer = await fetch(service.url + path, { headers: { Accept: accept } });
    const etag = answer.headers.get('ETag') ?? '';
    const headers = { 'Content-Type': answer.headers.get('Content-Type') ?? '', 'X-Etag': etag };
    await fetch(bare.url + path, { method: 'PUT', headers, body: await answer.arrayBuffer() });
    tags.push(etag);
  }
  return tags;
}

/** The processor time that the server takes for a request, beside Node's own server with the same bytes. */
export const reading = (root: string, database: Database): Family => ({
  name: `reading over HTTP, ${database}`,
  async measure({ rounds, say }) {
    const undo: Undo[] = [];
    try {
      const service = await startMeasured(root, database, undo);
      const bare = await startReference(root, join(root, 'scripts/bench/servers/bare.ts'), [], undo);
      const rows: BenchRow[] = [];
      for (const read of await readable(service)) {
        say(read.what);
        const tags = await copy(service, bare, read);
        rows.push(
          await measureOne({ service, bare, read, database, rounds: Math.ceil(rounds / 30), status: 200, tags }),
        );
        if (read.accept === json)
          rows.push(
            await measureOne({ service, bare, read, database, rounds: Math.ceil(rounds / 30), status: 304, tags }),
          );
      }
      return rows;
    } finally {
      for (const step of undo.reverse()) await step();
    }
  },
});

type Job = Readonly<{
  service: MeasuredService;
  bare: ReferenceServer;
  read: Read;
  database: Database;
  rounds: number;
  status: 200 | 304;
  tags: readonly string[];
}>;

async function measureOne({ service, bare, read, database, rounds, status, tags }: Job): Promise<BenchRow> {
  const { what, paths, accept } = read;
  const asked = (url: string): readonly Sent[] =>
    Array.from({ length: times }, () => paths)
      .flat()
      .map((path, index) => {
        const tag = tags[index % tags.length] ?? '';
        const headers = { Accept: accept, ...(status === 304 && { 'If-None-Match': tag }) };
        return { url: url + path, headers, status };
      });
  const contenders: readonly Contender[] = [
    {
      name: 'ours',
      prepare: () => writeOne(service),
      run: () => sendAll(asked(service.url)),
      meter: () => service.cpu(),
    },
    { name: 'bare', run: () => sendAll(asked(bare.url)), meter: () => processorTime(bare.process) },
  ];
  const taken = await interleave(contenders, { rounds, warmUp: 2 });
  const count = times * paths.length;
  const name = `${what}, ${status}, ${database} (server µs) ÷ bare node:http`;
  const measured = { name, ours: taken('ours') / count, reference: taken('bare') / count };
  const isStored = accept === json && what !== 'catalogue list';
  if (!isStored) return benchRow(measured);
  return benchRow(measured, status === 304 ? { must: '≤ 1.5', aim: '≤ 1.3' } : { must: '≤ 2.5', aim: '≤ 2' });
}

/** Whatever was kept is old after it. */
async function writeOne(service: MeasuredService): Promise<void> {
  const [completionId = ''] = await service.completions(1);
  const headers = { Authorization: `Bearer ${service.key}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify(awardOf(completionId));
  await sendAll([{ url: `${service.url}${service.base}/awards`, method: 'POST', headers, body, status: 201 }]);
}
