import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { DomainError } from '../domain/shared/errors.ts';
import type { Institution } from '../domain/institution/institution.ts';
import type { PublicDocument } from '../services/public-documents.ts';
import { statusListTtlInSeconds } from '../services/award/status-publishing.ts';
import type { Env } from './env.ts';
import { toCatalogueEntry } from './representations/catalogue.ts';
import { toInstitution } from './representations/institution.ts';
import { respond } from './output/respond.ts';

type People = Readonly<{ redirectToPage: (c: Context) => Response; wantsHtml: (c: Context) => boolean }>;
type Read = (c: Context<Env>) => Promise<Response>;

/** Documents that strangers fetch from a browser, a wallet or another verifier: any origin may read them. */
const open = { 'Access-Control-Allow-Origin': '*' };
const aDay = 86_400;
const aMinute = 60;

const missing = () => new DomainError('not-found', 'Nothing lives at this address.');

function serve(c: Context, document: PublicDocument | undefined, maxAge: number): Response {
  if (!document) throw missing();
  const { text, type, etag } = document;
  return respond(c, { text, type, etag, maxAge, headers: { ...open, Vary: 'Accept' } });
}

/**
 * What the addresses that stand in credentials answer. Each is one IRI for people and machines alike: a browser is
 * sent to the page in its language, everything else gets the document.
 */
export function permanentAddresses({ redirectToPage, wantsHtml }: People): Hono<Env> {
  const app = new Hono<Env>();
  const both = (path: string, read: Read) => app.get(path, (c) => (wantsHtml(c) ? redirectToPage(c) : read(c)));

  app.get('/institutions/:slug/did.json', async (c) =>
    serve(c, await c.env.services.publicDocuments.didDocument(c.req.param('slug')), aMinute),
  );
  app.get('/institutions/:slug/status/:list/:purpose', async (c) => {
    const { slug, list, purpose } = c.req.param();
    if (!/^[1-9][0-9]{0,8}$/.test(list)) throw missing();
    return serve(
      c,
      await c.env.services.publicDocuments.statusList(slug, list, purpose, false),
      statusListTtlInSeconds,
    );
  });
  app.get('/contexts/mikromerit/v1', async (c) => serve(c, await c.env.services.publicDocuments.context(), aDay));

  both('/institutions/:slug', async (c) => {
    const { institutions, publicDocuments, addresses } = c.env.services;
    const institution = await institutions.bySlug(slugOf(c));
    if (wantsLinkedData(c)) return serve(c, await publicDocuments.profile(institution), aMinute);
    return json(c, toInstitution(institution, addresses));
  });
  both('/institutions/:slug/microcredentials/:code', async (c) => {
    const { catalogue, publicDocuments, addresses } = c.env.services;
    const newest = await catalogue.newest(slugOf(c), c.req.param('code') ?? '');
    if (wantsLinkedData(c)) return serve(c, await publicDocuments.achievement(newest), aMinute);
    return json(c, toCatalogueEntry(newest, addresses));
  });
  both('/institutions/:slug/microcredentials/:code/versions/:number', async (c) => {
    const number = c.req.param('number') ?? '';
    if (!/^[1-9][0-9]{0,5}$/.test(number)) throw missing();
    const { catalogue, publicDocuments } = c.env.services;
    const microcredentialSlug = c.req.param('code') ?? '';
    if (!wantsLinkedData(c))
      return serve(c, await publicDocuments.version(slugOf(c), microcredentialSlug, number), aDay);
    return serve(
      c,
      await publicDocuments.achievement(await catalogue.version(slugOf(c), microcredentialSlug, Number(number))),
      aDay,
    );
  });
  both('/awards/:award', async (c) => {
    const { certificates, addresses } = c.env.services;
    const { institution, microcredentialSlug, version } = await certificates.existence(c.req.param('award') ?? '');
    return json(c, existence(c, institution, addresses.version(institution.slug, microcredentialSlug, version)));
  });
  both('/certificates/:token', async (c) => {
    const { text, etag } = await c.env.services.certificates.credential(c.req.param('token') ?? '');
    return respond(c, { text, etag, type: 'application/vc', headers: { Vary: 'Accept', 'X-Robots-Tag': 'noindex' } });
  });
  both('/verify', async () => {
    throw new DomainError('not-found', 'POST /api/v1/verify checks a credential; this address is a page for people.');
  });
  return app;
}

/** JSON is what a digest is over, so linked data has to be asked for by name. */
const wantsLinkedData = (c: Context): boolean =>
  accepts(c, {
    header: 'Accept',
    supports: ['application/json', 'application/ld+json'],
    default: 'application/json',
  }) === 'application/ld+json';

const slugOf = (c: Context): string => c.req.param('slug') ?? '';

async function json(c: Context, body: unknown): Promise<Response> {
  const text = JSON.stringify(body);
  return serve(c, { text, type: 'application/json', etag: await digestOf(text) }, aMinute);
}

async function digestOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What an award's address tells a stranger: of what it is, and nothing of whom. */
const existence = (c: Context<Env>, institution: Institution, achievement: string) => ({
  id: c.env.services.addresses.award(c.req.param('award') ?? ''),
  issuer: c.env.services.addresses.did(institution.slug),
  achievement,
});
