import type { ServerResponse } from 'node:http';

/** What the fake does when it is asked for a signature. */
export type Fault =
  | 'none'
  /** Never answers; nothing is signed. */
  | 'never'
  /** Signs, and never sends it. */
  | 'signs-and-never'
  /** Signs with a key that it made up. */
  | 'other-key'
  /** Says that another version signed. */
  | 'other-version'
  /** Signs with another version than it was asked for, and says so. */
  | 'newest-version'
  | 'high-bit'
  | 'not-json'
  | 'no-signature'
  | 'bad-base64'
  | 'short'
  | 'huge'
  | 'cut-off'
  | 'redirect'
  | `status-${number}`;

export type Orders = Readonly<{ fault: Fault; delayMs: number }>;

type Answer = (response: ServerResponse, signature: () => string) => void;

const json = (response: ServerResponse, status: number, value: unknown) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
const signed = (response: ServerResponse, signature: unknown) =>
  json(response, 200, { request_id: 'fake', data: { signature } });

/** What differs from what is asked for by the answer alone. */
const answers: Readonly<Record<string, Answer>> = {
  never: () => undefined,
  'signs-and-never': (_, signature) => void signature(),
  'other-version': (response, signature) => signed(response, signature().replace(/^vault:v\d+/, 'vault:v99')),
  'not-json': (response) => response.writeHead(200).end('<html>'),
  'no-signature': (response) => json(response, 200, { data: {} }),
  'bad-base64': (response, signature) => signed(response, `${signature().slice(0, -6)}!!`),
  short: (response, signature) => signed(response, signature().slice(0, 30)),
  huge: (response) => signed(response, 'x'.repeat(300_000)),
  'cut-off': (response) => {
    response.writeHead(200, { 'Content-Length': '500' }).write('{"data":');
    setTimeout(() => response.destroy(), 20);
  },
  redirect: (response) => response.writeHead(307, { Location: '/v1/transit/elsewhere' }).end(),
};

/** The signature, or what the orders say. */
export function answer(response: ServerResponse, { fault }: Orders, signature: () => string): void {
  const [, status] = /^status-(\d+)$/.exec(fault) ?? [];
  // As the API does, which may quote what it was sent.
  if (status !== undefined) return void json(response, Number(status), { errors: ['1 error occurred: secret words'] });
  (answers[fault] ?? ((response, signature) => signed(response, signature())))(response, signature);
}

export { json };
