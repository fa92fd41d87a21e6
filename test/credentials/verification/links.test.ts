import { describe, expect, test } from 'vitest';
import { createVerifier, FetchError, type Fetcher } from '../../../src/credentials/index.ts';
import type { DocumentKind } from '../../../src/domain/verification/verification.ts';
import type { Received } from '../../../src/services/ports/index.ts';
import { addresses, createFixture, fetcherTo, now } from '../fixture.ts';

describe('a link', () => {
  const link = 'https://certificates.example/1';
  const follow = async (answer: Fetcher['fetchFile'], received: Received = { link }) => {
    const { outside, credential } = await createFixture();
    const asked: string[] = [];
    const fetchFile: Fetcher['fetchFile'] = (url) => (asked.push(url), answer(url));
    const verifier = createVerifier({ addresses, fetcher: { ...fetcherTo(outside), fetchFile } });
    return { report: await verifier.verifyReceived(received, now), asked, credential };
  };
  const holding =
    (content: string | Uint8Array, url = link) =>
    () =>
      Promise.resolve({
        bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
        contentType: '',
        url,
        fetchedAt: now,
      });

  test.each<[string, Received]>([
    ['given as one', { link }],
    ['pasted', { text: ` ${link}\n` }],
    ['in a file', { bytes: new TextEncoder().encode(link) }],
    ['in the wrapper of our API', { json: { link } }],
    ['in the text of that', { text: JSON.stringify({ link }) }],
    ['in quotes', { text: JSON.stringify(link) }],
    ['in angle brackets', { text: `<${link}>\n` }],
  ])('%s is followed', async (_, received) => {
    const { credential } = await createFixture();
    const { report, asked } = await follow(holding(JSON.stringify(credential), `${link}.json`), received);
    expect(asked).toEqual([link]);
    expect(report).toMatchObject({ kind: 'credential', fetchedFrom: `${link}.json` });
  });

  test.each<[string, string | Uint8Array, DocumentKind]>([
    ['a web page', '<html><body>Log in</body></html>', 'web-page'],
    ['a PDF', '%PDF-1.7', 'pdf'],
    ['another link', 'https://elsewhere.example/', 'link'],
    ['a wrapped link', '{"link":"https://elsewhere.example/"}', 'link'],
    ['text', 'nothing here', 'text'],
  ])('to %s is told as that', async (_, content, kind) => {
    const { report, asked } = await follow(holding(content));
    expect(asked).toEqual([link]);
    expect(report).toMatchObject({ kind, verdict: 'undetermined', fetchedFrom: link, summary: {} });
  });

  test.each([
    [new FetchError('bad-status', `${link} answers 404.`, { status: 404 }), 'link', 'bad-status', 'answers 404'],
    [new FetchError('bad-status', `${link} answers 503.`, { status: 503 }), 'link', 'unavailable', 'answers 503'],
    [new FetchError('bad-status', 'It answers 429.', { status: 429 }), 'link', 'unavailable', 'answers 429'],
    [new FetchError('web-page', 'A web page stands there.'), 'web-page', 'web-page', 'log in'],
    [new FetchError('too-large', 'The answer is over 500 kB.'), 'link', 'too-large', '500 kB'],
    [new FetchError('timeout', 'No answer in 5 s.'), 'link', 'timeout', '5 s'],
    [new FetchError('refused', 'No public address.'), 'link', 'refused', 'No public address'],
    [new TypeError('boom'), 'link', 'unreachable', 'could not be reached'],
  ] as const)('that fails says why: %s', async (error, kind, reason, detail) => {
    const { report } = await follow(() => Promise.reject(error));
    expect(report).toMatchObject({
      kind,
      verdict: 'undetermined',
      checks: [{ outcome: 'unknown', reason }, {}, {}, {}, {}, {}],
    });
    expect(report.checks[0]?.problem?.detail).toContain(detail);
    expect(report.checks[0]?.problem?.detail).not.toContain('boom');
  });
});
