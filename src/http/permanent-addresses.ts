import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { uint8ArrayToHex } from 'uint8array-extras';
import { type AddressName, routeOf } from '../domain/addresses/grammar.ts';
import { DomainError } from '../domain/shared/errors.ts';
import type { Institution } from '../domain/institution/institution.ts';
import { runDocument } from '../interop/course-instance.ts';
import type { PublicDocument } from '../services/public-documents.ts';
import { statusListTtlInSeconds } from '../services/award/status-publishing.ts';
import type { Env } from './env.ts';
import { toOffering } from './representations/catalogue.ts';
import { toInstitution } from './representations/institution.ts';
import { keepForAll } from './output/conditional.ts';
import { respond } from './output/respond.ts';

type People = Readonly<{ redirectToPage: (c: Context) => Response; wantsHtml: (c: Context) => boolean }>;
type Read = (c: Context<Env>) => Promise<Response>;

/** Documents that strangers fetch from a browser, a wallet or another verifier: any origin may read them. */
const open = { 'Access-Control-Allow-Origin': '*' };
const aDay = 86_400;
const aMinute = 60;

const missing = () => new DomainError('not-found', 'There is nothing at this address.');

function serve(c: Context, document: PublicDocument | undefined, maxAge: number): Response {
  if (!document) throw missing();
  const { text, type, etag, isBehind = false } = document;
  return respond(c, { text, type, etag, maxAge, isPassing: isBehind, headers: { ...open, Vary: 'Accept' } });
}

/**
 * What the addresses that stand in credentials answer. Each is one IRI for people and machines alike: a browser is
 * sent to the page in its language, everything else gets the document.
 */
export function permanentAddresses({ redirectToPage, wantsHtml }: People): Hono<Env> {
  const app = new Hono<Env>();
  const both = (name: AddressName, read: Read) =>
    app.get(routeOf(name), (c) => (wantsHtml(c) ? redirectToPage(c) : read(c)));

  app.get(routeOf('didDocument'), async (c) =>
    serve(c, await c.env.services.publicDocuments.didDocument(part(c, 'institution')), aMinute),
  );
  app.get(routeOf('jwks'), async (c) =>
    serve(c, await c.env.services.publicDocuments.jwks(part(c, 'institution')), aMinute),
  );
  app.get(routeOf('statusList'), async (c) => {
    const list = [part(c, 'institution'), part(c, 'list'), part(c, 'purpose')] as const;
    return serve(c, await c.env.services.publicDocuments.statusList(...list, false), statusListTtlInSeconds);
  });
  app.get(routeOf('context'), async (c) => serve(c, await c.env.services.publicDocuments.context(), aDay));

  both('institution', async (c) => {
    const { institutions, publicDocuments, addresses } = c.env.services;
    const institution = await institutions.bySlug(part(c, 'institution'));
    if (wantsLinkedData(c)) return serve(c, await publicDocuments.profile(institution), aMinute);
    return json(c, toInstitution(institution, addresses));
  });
  both('microcredential', async (c) => {
    const { catalogue, publicDocuments } = c.env.services;
    const [slug, microcredentialSlug] = [part(c, 'institution'), part(c, 'microcredential')];
    if (!wantsLinkedData(c)) return serve(c, await publicDocuments.microcredential(slug, microcredentialSlug), aMinute);
    return serve(c, await publicDocuments.achievement(await catalogue.newest(slug, microcredentialSlug)), aMinute);
  });
  both('version', async (c) => {
    const { catalogue, publicDocuments } = c.env.services;
    const [slug, microcredentialSlug, number] = [part(c, 'institution'), part(c, 'microcredential'), part(c, 'number')];
    if (!wantsLinkedData(c)) return serve(c, await publicDocuments.version(slug, microcredentialSlug, number), aDay);
    const version = await catalogue.version(slug, microcredentialSlug, Number(number));
    return serve(c, await publicDocuments.achievement(version), aDay);
  });
  both('offering', async (c) => {
    const { offerings, catalogue, addresses } = c.env.services;
    const offered = await offerings.read(part(c, 'institution'), part(c, 'offering'));
    if (!wantsLinkedData(c)) return json(c, toOffering(offered, addresses));
    const { institution, owner, microcredentialSlug, offering } = offered;
    const { version } = await catalogue.version(owner.slug, microcredentialSlug, offering.version);
    const facts = { ...offered, version, addresses, locale: institution.defaultLocale };
    return json(c, runDocument(facts), 'application/ld+json');
  });
  both('award', async (c) => {
    const { certificates, addresses } = c.env.services;
    const { institution, owner, microcredentialSlug, version } = await certificates.existence(part(c, 'award'));
    return json(c, existence(c, institution, addresses.version(owner, microcredentialSlug, version)));
  });
  both('certificatePage', async (c) => {
    const { text, etag } = await c.env.services.certificates.credential(part(c, 'token'));
    // Whoever has the link may read it.
    keepForAll(c);
    return respond(c, { text, etag, type: 'application/vc', headers: { Vary: 'Accept', 'X-Robots-Tag': 'noindex' } });
  });
  both('verifyPage', async () => {
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

const part = (c: Context, name: string): string => c.req.param(name) ?? '';

async function json(c: Context, body: unknown, type = 'application/json'): Promise<Response> {
  const text = JSON.stringify(body);
  return serve(c, { text, type, etag: await digestOf(text) }, aMinute);
}

async function digestOf(text: string): Promise<string> {
  return uint8ArrayToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/** What an award's address tells anybody: what was awarded, and nothing about the person. */
const existence = (c: Context<Env>, institution: Institution, achievement: string) => ({
  id: c.env.services.addresses.award(part(c, 'award')),
  issuer: c.env.services.addresses.did(institution.slug),
  achievement,
});
