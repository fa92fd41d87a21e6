import type { Hono } from 'hono';
import type { Services } from '../../services/index.ts';
import { selfCheckCertificate } from './certificate.ts';

type Pages = Hono<{ Bindings: { services: Services } }>;
const text = JSON.stringify(selfCheckCertificate);

/**
 * What a visitor does, done by the service itself: a certificate is checked, and the page that says so is made. It needs
 * neither database nor network, so what it finds is the state of this process.
 */
export async function checksAndRenders(pages: Pages, services: Services): Promise<boolean> {
  const { verdict } = await services.verifying.verifyReceived({ json: selfCheckCertificate }, services.now());
  if (verdict !== 'valid') return false;
  const init = { method: 'POST', body: new URLSearchParams({ text }) };
  const page = await pages.request(`${services.addresses.base}/en/verify`, init, { services });
  return page.status === 200 && (await page.text()).includes(selfCheckCertificate.name);
}
