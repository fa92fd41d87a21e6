import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, type Fault, json, type Orders } from './faults.ts';
import { type Body, describeKey, type HeldKey, newKey, rotate, signatureOf } from './keys.ts';

/** A signer in a process of its own: the transit API at one address, what orders it about at another. */
const token = process.env['FAKE_SIGNER_TOKEN'] ?? '';
const keys = new Map<string, HeldKey>();
let orders: Orders = { fault: 'none', delayMs: 0 };
/** Every request to the API, and every signature that was made, sent or not. */
const seen: { method: string; path: string; body: unknown }[] = [];
const signatures: string[] = [];

async function bodyOf(request: IncomingMessage): Promise<any> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? undefined : JSON.parse(Buffer.concat(parts).toString());
}

const faultyVersion = (held: HeldKey, fault: Fault, asked: number) =>
  fault === 'newest-version' ? held.versions.length : asked;

function makeSignature(held: HeldKey, body: Body): string {
  const { fault } = orders;
  const key_version = faultyVersion(held, fault, body.key_version);
  const holder =
    fault === 'other-key'
      ? { ...newKey(held.type), versions: held.versions.map(() => newKey(held.type).versions[0]!) }
      : held;
  const text = `vault:v${key_version}:${signatureOf(holder, { ...body, key_version }, fault === 'high-bit')}`;
  signatures.push(text);
  return text;
}

function sign(response: ServerResponse, held: HeldKey | undefined, body: Body): unknown {
  if (!held) return json(response, 400, { errors: ['signing key not found'] });
  if (body.key_version < 1 || body.key_version > held.versions.length)
    return json(response, 400, { errors: ['invalid key version'] });
  return answer(response, orders, () => makeSignature(held, body));
}

async function api(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const { method = '', url = '' } = request;
  const body = await bodyOf(request);
  seen.push({ method, path: url, body });
  if (request.headers['x-vault-token'] !== token) return json(response, 403, { errors: ['permission denied'] });
  const [, verb, name = ''] = /^\/v1\/transit\/(keys|sign)\/([\w.-]+)$/.exec(url) ?? [];
  const held = keys.get(name);
  await new Promise((resolve) => setTimeout(resolve, orders.delayMs));
  if (verb === 'sign' && method === 'POST') return sign(response, held, body);
  if (verb === 'keys' && method === 'GET' && held) return json(response, 200, { data: describeKey(name, held) });
  return json(response, 404, { errors: [] });
}

/** POST /orders, /keys/NAME {type}, /rotate/NAME; GET /seen. */
async function control(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const [, what = '', name = ''] = (request.url ?? '').split('/');
  const body = await bodyOf(request);
  if (what === 'orders') orders = { fault: 'none', delayMs: 0, ...body };
  if (what === 'keys') keys.set(name, newKey(body.type));
  if (what === 'rotate') rotate(keys.get(name)!);
  return json(response, 200, { requests: seen, signatures });
}

const serve = (handle: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>, port = 0) =>
  new Promise<Server>((resolve) => {
    const server = createServer((request, response) => {
      handle(request, response).catch((error: Error) => json(response, 400, { errors: [error.message] }));
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

if (process.send) {
  const ports = [await serve(api), await serve(control)].map((server) => (server.address() as AddressInfo).port);
  process.send(ports);
  // It ends with whoever started it.
  process.on('disconnect', () => process.exit());
}
