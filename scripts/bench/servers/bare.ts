/** The limit: Node's own server, which has the bytes ready. PUT says what an address answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Ready = Readonly<{ body: Buffer; headers: Readonly<Record<string, string>>; etag: string }>;
const ready = new Map<string, Ready>();

const server = createServer((incoming, outgoing) => {
  const path = incoming.url ?? '';
  const known = ready.get(path);
  if (incoming.method === 'PUT') {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const etag = String(incoming.headers['x-etag'] ?? '');
      const headers = { 'Content-Type': String(incoming.headers['content-type']), ETag: etag };
      ready.set(path, { body: Buffer.concat(chunks), headers, etag });
      outgoing.end();
    });
    return;
  }
  if (!known) return void outgoing.writeHead(404).end();
  if (incoming.headers['if-none-match'] === known.etag) return void outgoing.writeHead(304, { ETag: known.etag }).end();
  outgoing.writeHead(200, known.headers).end(known.body);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
