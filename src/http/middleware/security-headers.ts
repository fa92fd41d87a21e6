import type { Context } from 'hono';
import type { Env } from '../env.ts';

type SecurityHeaders = Readonly<Record<string, string>>;

/** Of every answer: its type is not guessed, and no address is told to where a link leads. */
const always: SecurityHeaders = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };
/** Of what is no page: should a browser show it, it may load nothing and stand in no frame. */
const ofData: SecurityHeaders = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" };
const ofSecureOrigin: SecurityHeaders = { 'Strict-Transport-Security': 'max-age=31536000' };

/** Of a page: nothing from elsewhere, no frame, and no script; `script` where it has one of this origin. */
export const pageHeaders = ({ script = false }: Readonly<{ script?: boolean }> = {}): SecurityHeaders => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    ...(script ? ["script-src 'self'", "connect-src 'self'"] : []),
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  ...always,
});

/** What an answer with these headers lacks; a page has a policy about its content already. */
export const securityHeadersFor = (headers: Headers, isSecureOrigin: boolean): SecurityHeaders => ({
  ...always,
  ...(isSecureOrigin && ofSecureOrigin),
  ...(!headers.has('Content-Security-Policy') && ofData),
});

export async function secureEveryAnswer(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await next();
  const isSecureOrigin = c.env.services.addresses.base.startsWith('https:');
  for (const [name, value] of Object.entries(securityHeadersFor(c.res.headers, isSecureOrigin))) c.header(name, value);
}
