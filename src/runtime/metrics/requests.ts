import { Histogram, type Registry } from 'prom-client';
import { operationName } from './operation-name.ts';

type Fetch<Rest extends readonly unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;
/** The same answers, counted. */
export type Measure = <Rest extends readonly unknown[]>(fetch: Fetch<Rest>) => Fetch<Rest>;
/** Counts one that was given in another way; `begun` is by the clock of `performance`. */
export type Count = (request: Pick<Request, 'method' | 'url'>, status: number, begun: number) => void;

const statusClass = (status: number): string => `${Math.floor(status / 100)}xx`;

/** Counts requests, and how long each took, by a name that holds nothing of what the visitor wrote. */
export function createMeasure(registry: Registry): Readonly<{ measure: Measure; count: Count }> {
  const duration = new Histogram({
    name: 'mikromerit_http_request_duration_seconds',
    help: 'Requests to the service, and how long until each was answered',
    labelNames: ['operation', 'status'],
    registers: [registry],
  });
  const count: Count = (request, status, begun) =>
    duration.observe(
      { operation: operationName(request), status: statusClass(status) },
      (performance.now() - begun) / 1000,
    );
  const measure: Measure =
    (fetch) =>
    async (request, ...rest) => {
      const begun = performance.now();
      try {
        const response = await fetch(request, ...rest);
        count(request, response.status, begun);
        return response;
      } catch (error) {
        count(request, 500, begun);
        throw error;
      }
    };
  return { measure, count };
}
