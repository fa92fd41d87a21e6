import { Agent, request } from 'undici';

export type Sent = Readonly<{
  url: string;
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  status: number;
}>;

const connections = 8;
const dispatcher = new Agent({ connections });

export const endLoad = (): Promise<void> => dispatcher.close();

/** Sends all of them, eight at a time; throws where one is answered otherwise. Returns the bodies. */
export async function sendAll(all: readonly Sent[]): Promise<readonly string[]> {
  const bodies: string[] = [];
  let next = 0;
  const sender = async () => {
    for (let index = next++; index < all.length; index = next++) {
      const { url, method = 'GET', headers = {}, body = null, status } = all[index] as Sent;
      const answer = await request(url, { method, headers, body, dispatcher });
      bodies[index] = await answer.body.text();
      if (answer.statusCode !== status) throw new Error(`${method} ${url}: ${answer.statusCode} ${bodies[index]}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  return bodies;
}
