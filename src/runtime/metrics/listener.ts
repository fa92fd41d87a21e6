import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { logFault } from '../log.ts';

export type ListenAddress = Readonly<{ host: string; port: number }>;
export type Listener = Readonly<{ port: number; close(): Promise<void> }>;

/** Serves the metrics at `/metrics` of this place, and nothing else. */
export function listen({ host, port }: ListenAddress, registry: Registry): Promise<Listener> {
  const server = createServer(({ method, url }, response) => {
    if (url?.split('?')[0] !== '/metrics') return end(response, 404);
    if (method !== 'GET' && method !== 'HEAD') return end(response, 405, '', { Allow: 'GET, HEAD' });
    registry.metrics().then(
      (text) => end(response, 200, text, { 'Content-Type': registry.contentType }),
      (error: unknown) => {
        logFault(error);
        end(response, 500);
      },
    );
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port, close }));
  });
}

function end(
  response: ServerResponse,
  status: number,
  text = '',
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { ...headers, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    .end(text);
}
