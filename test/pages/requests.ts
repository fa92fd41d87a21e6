import { createPages } from '../../src/pages/index.tsx';
import type { Services } from '../../src/services/index.ts';
import { fakeServices, type Fixture } from './fakes.ts';

export const coursePath = '/institutions/provsjo/microcredentials/vattenrening';
const pages = createPages();
pages.onError((_, c) => c.text('thrown on', 500));

/** `words` is the page without what sets the direction of a text apart. */
type Reply = Readonly<{ status: number; headers: Headers; html: string; words: string }>;
const reply = async (response: Response): Promise<Reply> => {
  const html = await response.text();
  return { status: response.status, headers: response.headers, html, words: html.replace(/<\/?bdi[^>]*>/g, '') };
};

export async function get(path: string, fixture: Partial<Fixture> = {}, services: Services = fakeServices(fixture)) {
  return reply(await pages.request(path, {}, { services }));
}

/** What a browser sends from the form. */
export async function submit(path: string, fields: { text?: string; file?: string }, fixture: Partial<Fixture> = {}) {
  const body = new FormData();
  if (fields.text !== undefined) body.set('text', fields.text);
  body.set('file', new File([fields.file ?? ''], fields.file === undefined ? '' : 'certificate.json'));
  return reply(await pages.request(path, { method: 'POST', body }, { services: fakeServices(fixture) }));
}
