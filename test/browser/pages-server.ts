import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { problems } from '../../src/http/output/problem.ts';
import { createPages } from '../../src/pages/index.tsx';
import { createReference } from '../../src/pages/public/reference/index.tsx';
import { award, fakeServices } from '../pages/fakes.ts';
import { reports } from '../pages/reports.ts';

export const reportNames = Object.keys(reports);

export type PagesServer = Readonly<{ origin: string; stop: () => Promise<void> }>;

/**
 * The pages with services that answer with the report whose name is asked for: as the text that is pasted, or as the
 * token of a certificate.
 */
export async function servePages(): Promise<PagesServer> {
  const pages = new Hono().route('/docs', createReference(problems)).route('/', createPages() as never);
  const server = serve({ port: 0, hostname: '127.0.0.1', fetch: (request) => pages.fetch(request, { services }) });
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

const reportNamed = (name: string) => {
  const report = reports[name];
  if (!report) throw new Error(`There is no report ${name}.`);
  return report;
};

const plain = fakeServices();
const services = {
  ...plain,
  verifying: {
    verifyReceived: async ({ text }: { text: string }) => reportNamed((JSON.parse(text) as { name: string }).name),
  },
  certificates: {
    ...plain.certificates,
    read: (token: string) => {
      const report = reportNamed(token);
      const revoked = report.verdict === 'revoked' && { revokedAt: new Date('2026-11-12T08:00:00Z') };
      return fakeServices({ report, award: { ...award, ...revoked } }).certificates.read(token);
    },
  },
} as never;
