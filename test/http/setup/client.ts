/** One request and what was answered. */
export type Exchange = Readonly<{
  method: string;
  path: string;
  /** Who asked: a name of a key, or "nobody". */
  who: string;
  status: number;
  headers: Headers;
  text: string;
}>;
/** An answer with its JSON, where it has one. */
export type Answer = Exchange & Readonly<{ body: any }>;

type Headers_ = Readonly<Record<string, string>>;
export type Sent = Readonly<{ body?: BodyInit; headers?: Headers_; from?: string }>;

export type Client = Readonly<{
  get(path: string, headers?: Headers_): Promise<Answer>;
  /** `body` as JSON. */
  post(path: string, body?: unknown, headers?: Headers_): Promise<Answer>;
  put(path: string, body: unknown, headers?: Headers_): Promise<Answer>;
  /** A request exactly as told; `from` is the address that it comes from. */
  send(method: string, path: string, sent?: Sent): Promise<Answer>;
}>;

/** Hands a request, said to come from that address, to the app. */
export type Dispatch = (request: Request, from: string) => Promise<Response>;

export const origin = 'https://merit.example';

let callers = 0;

export function createClient(dispatch: Dispatch, record: (seen: Exchange) => void, who: string, key?: string): Client {
  async function send(method: string, path: string, { body, headers = {}, from }: Sent = {}): Promise<Answer> {
    const request = new Request(new URL(path, origin), {
      method,
      headers: { ...(key !== undefined && { Authorization: `Bearer ${key}` }), ...headers },
      ...(body !== undefined && { body, duplex: 'half' }),
    });
    // Each from a place of its own, unless told, so that the limit on callers stays out of the way.
    const response = await dispatch(request, from ?? `caller ${(callers += 1)}`);
    const text = await response.text();
    const exchange = { method, path, who, status: response.status, headers: response.headers, text };
    record(exchange);
    return { ...exchange, body: parsed(text) };
  }
  const sendJson = (method: string, path: string, body: unknown, headers: Headers_ = {}) =>
    send(method, path, {
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, body, headers) => sendJson('POST', path, body, headers),
    put: (path, body, headers) => sendJson('PUT', path, body, headers),
    send,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
