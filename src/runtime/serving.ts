import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import ipaddr from 'ipaddr.js';
import { createLimits, defaultRates, type Rates } from '../http/middleware/rate-limit.ts';
import type { Services } from '../services/index.ts';
import { createAnswering } from './answers/answering.ts';
import { composeApp } from './compose.ts';
import { compress } from './compression.ts';
import { ConfigError } from './config.ts';
import type { Count, Measure } from './metrics/requests.ts';

type Options = Readonly<{
  services: Services;
  port: number;
  trustsProxy: boolean;
  rates?: Rates;
  /** Absent: requests go straight through. */
  measure?: Measure;
  /** Told of what is answered without going through. */
  count?: Count;
}>;
export type Serving = Readonly<{ port: number; stop(): Promise<void> }>;

/** How long requests under way may take to end after SIGTERM; with the database's second it is under ten. */
const graceInMs = 8_000;
/** A connection that was busy and would stay open is closed this soon after its answer. */
const sweepInMs = 100;

/** Refuses where another program has the port, before anything is made for it. */
export function demandFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError([
              `PORT: another program listens on ${port} already. Stop it, or set PORT to another number.`,
            ])
          : error,
      ),
    );
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

export function startServing({
  services,
  port,
  trustsProxy,
  rates = defaultRates,
  measure,
  count,
}: Options): Promise<Serving> {
  const app = composeApp();
  const limits = createLimits(rates, () => Date.now());
  const { answer, answerKept } = createAnswering({ changes: services.changes });
  return new Promise((resolve, reject) => {
    const fetch = (request: Request, { incoming, outgoing }: HttpBindings) =>
      answer({ incoming, outgoing }, async (mayKeep) => {
        const clientAddress = clientOf(incoming, trustsProxy);
        return compress(request, await app.fetch(request, { services, limits, clientAddress, mayKeep }));
      });
    const measured = measure ? measure(fetch) : fetch;
    /** What is kept is sent before anything is made of the request. */
    const createServer = (options: object, listener: RequestListener) =>
      createHttpServer(options, (incoming, outgoing) => {
        const begun = performance.now();
        const status = answerKept(incoming, outgoing);
        if (status === undefined) return listener(incoming, outgoing);
        const { method = '', url = '' } = incoming;
        count?.({ method, url: `http://kept${url}` }, status, begun);
      });
    const options = { fetch: measured as never, port, overrideGlobalObjects: false, createServer };
    const server = serve(options as never, (info: AddressInfo) =>
      resolve({ port: info.port, stop: () => stop(server as never) }),
    );
    server.on('error', reject);
  });
}

/** The connection's address, or what the nearest proxy says of it where that proxy is trusted. */
function clientOf(incoming: { socket: Socket; headers: Record<string, unknown> }, trustsProxy: boolean): string {
  const forwarded = trustsProxy ? incoming.headers['x-forwarded-for'] : undefined;
  const last = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined;
  return networkOf(last || (incoming.socket.remoteAddress ?? 'unknown'));
}

/** Whoever has an IPv6 address has a whole /64 of them; they count as one. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}

type Server = { close(done: () => void): void; closeIdleConnections(): void; closeAllConnections(): void };

/** Takes no new connections, lets requests under way end, then closes what is left. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), graceInMs);
    const sweep = setInterval(() => server.closeIdleConnections(), sweepInMs);
    server.close(() => {
      clearTimeout(deadline);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
