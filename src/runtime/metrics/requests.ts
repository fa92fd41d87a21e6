import { Histogram, type Registry } from 'prom-client';
import { operationName } from './operation-name.ts';

type Fetch<Rest extends readonly unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;
/** The same answers, counted. */
export type Measure = <Rest extends readonly unknown[]>(fetch: Fetch<Rest>) => Fetch<Rest>;

const statusClass = (status: number): string => `${Math.floor(status / 100)}xx`;

/** Counts requests, and how long each took, by a name that holds nothing of what the visitor wrote. */
export function createMeasure(registry: Registry): Measure {
  const duration = new Histogram({
    name: 'mikromerit_http_request_duration_seconds',
    help: 'Requests to the service, and how long until each was answered',
    labelNames: ['operation', 'status'],
    registers: [registry],
  });
  return (fetch) =>
    async (request, ...rest) => {
      const begun = performance.now();
      const count = (status: number) =>
        duration.observe(
          { operation: operationName(request), status: statusClass(status) },
          (performance.now() - begun) / 1000,
        );
      try {
        const response = await fetch(request, ...rest);
        count(response.status);
        return response;
      } catch (error) {
        count(500);
        throw error;
      }
    };
}
