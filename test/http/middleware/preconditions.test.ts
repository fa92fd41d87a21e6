import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectRefused } from '../setup/refusals.ts';
import { draftCourse, must, publishCourse } from '../setup/story.ts';
import { anyCountryContent } from '../../samples/content.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const decision = { ground: 'delegated-decision' };
const refusals = {
  400: { status: 400, code: 'malformed-request', at: '#/If-Match' },
  412: { status: 412, code: 'precondition-failed', says: /changed after you read it/ },
} as const;

let count = 0;
let slug = '';
const course = () => `${harness.south.base}/microcredentials/${slug}`;
const tag = async () => (await harness.south.as.editor.get(course())).headers.get('ETag') ?? '';
type Headers_ = Readonly<Record<string, string>>;
/** Every operation that reads If-Match, on a draft that it may be used on, with what it answers where all is well. */
const readers = {
  updateDraft: {
    status: 200,
    send: (headers: Headers_) =>
      harness.south.as.editor.put(`${course()}/draft`, { content: anyCountryContent }, headers),
  },
  approveDraft: {
    status: 200,
    send: (headers: Headers_) => harness.south.as.reviewer.post(`${course()}/approve`, undefined, headers),
  },
  publishMicrocredential: {
    status: 201,
    send: (headers: Headers_) => harness.south.as.editor.post(`${course()}/publish`, { decision }, headers),
  },
} as const;

/** What is sent for a tag, and what RFC 9110 §13.1.1 makes of it: 200 stands for "done". */
const table: readonly (readonly [title: string, make: (tag: string) => string, status: 200 | 400 | 412])[] = [
  ['the tag', (own) => own, 200],
  ['*', () => '*', 200],
  ['* with white space', () => ' *\t', 200],
  ['a list with the tag first', (own) => `${own}, "other"`, 200],
  ['a list with the tag last and no space', (own) => `"other","a,b",${own}`, 200],
  ['a list with a weak one and the tag', (own) => `W/"other", ${own}`, 200],
  ['a list with empty elements', (own) => `, ,${own},,`, 200],
  ['a weak tag', (own) => `W/${own}`, 412],
  ['a list of weak tags', (own) => `W/${own}, W/"x"`, 412],
  ['another tag', () => '"0-7-0-0"', 412],
  ['a tag that is none of ours', () => '"x"', 412],
  ['half of a tag', () => '"0-1"', 412],
  ['a tag with a number beyond all', () => '"99999999999999999999-1-0-0"', 412],
  ['an empty tag', () => '""', 412],
  ['a star in quotation marks', () => '"*"', 412],
  ['several others', () => '"a", "b", "0-7-0-0"', 412],
  ['an empty list', () => '', 412],
  ['commas alone', () => ', ,', 412],
  ['a tag without its quotation marks', (own) => own.replaceAll('"', ''), 400],
  ['a tag with one of them', (own) => own.slice(0, -1), 400],
  ['a tag in single ones', (own) => own.replaceAll('"', "'"), 400],
  ['a weak tag in lower case', (own) => `w/${own}`, 400],
  ['a star in a list', (own) => `*, ${own}`, 400],
  ['two stars', () => '**', 400],
  ['two tags without a comma', (own) => `${own} "other"`, 400],
  ['two tags in one another', (own) => `${own}${own}`, 400],
  ['a space inside a tag', () => '"a b"', 400],
  ['a statement', () => "'; drop table", 400],
  ['many quotation marks', () => '"'.repeat(999), 400],
];

describe.each(Object.entries(readers))('%s', (name, { send, status: done }) => {
  beforeEach(async () => {
    slug = `villkor-${(count += 1)}`;
    await draftCourse(harness.south, slug);
    if (name === 'approveDraft') must(await harness.south.as.editor.post(`${course()}/submit`));
  });

  test.each(table)('reads %s', async (_, make, status) => {
    const headers = { 'If-Match': make(await tag()) };
    if (status === 200) expect((await send(headers)).status).toBe(done);
    else await expectRefused(harness, () => send(headers), refusals[status]);
  });

  // RFC 9110 §13.2.1: a condition is not looked at where the answer would be no success without it.
  test('does not make a thing by *', async () => {
    slug = 'finns-inte';
    await expectRefused(harness, () => send({ 'If-Match': '*' }), { status: 404, code: 'not-found' });
  });
});

test.each(['*', '"0-1-0-0"', '"x"'])('%s is no draft of a published version', async (condition) => {
  slug = `fast-${(count += 1)}`;
  await publishCourse(harness.south, slug);
  const refusal = { status: 409, code: 'version-immutable', says: /Start a draft/ };
  for (const { send } of Object.values(readers))
    await expectRefused(harness, () => send({ 'If-Match': condition }), refusal);
});

everyAnswer(() => harness);
