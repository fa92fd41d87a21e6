import type { Handler } from '../operation.ts';

export const readHealth: Handler<'readHealth'> = async ({ query }, { health }) => {
  const report = await health.check(query.stranger === '1');
  return report.ready ? { status: 200, body: report } : { status: 503, body: report };
};
