/**
 * Run by poison.test.ts in a process of its own, in which nothing protects the prototypes: hands the JSON-LD library
 * every document of the tables below and prints what got through, or what was written where all objects see it.
 */
import { createDocumentLoader, knownContexts } from '../../../src/credentials/contexts/document-loader.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, createFixture, did, slug } from '../fixture.ts';

const names = Object.getOwnPropertyNames(Object.prototype);
const prototypes = [Object.prototype, Array.prototype, Function.prototype];

/** The names of everything that objects, lists and functions share, and of the functions among them. */
function shared(): string {
  const namesOf = (one: unknown) => (typeof one === 'function' ? Object.getOwnPropertyNames(one).join() : '');
  return prototypes
    .flatMap((prototype) =>
      Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(([name, descriptor]) =>
        [name, ...Object.values(descriptor as object).map(namesOf)].join(' '),
      ),
    )
    .join('\n');
}
const before = shared();
const faults: string[] = [];
const note = (fault: string) => faults.length < 20 && faults.push(fault);
const isUnchanged = (what: string) => {
  if (shared() !== before) {
    note(`${what} changed what all objects share`);
    console.log(JSON.stringify({ faults, tried }));
    process.exit(0);
  }
};

type Definition = Readonly<{ '@id'?: string; '@type'?: string; '@container'?: string | readonly string[] }>;
const definitions = new Map<string, Definition[]>();
/** Read here once more, so that a fault in how the service reads contexts does not hide itself. */
function readContext(context: unknown): void {
  if (typeof context !== 'object' || context === null) return;
  for (const [term, value] of Object.entries(context)) {
    if (!term.startsWith('@') && value !== null && !Array.isArray(context)) {
      const definition = (typeof value === 'string' ? { '@id': value } : value) as Definition;
      definitions.set(term, [...(definitions.get(term) ?? []), definition]);
    }
    readContext(value);
  }
}
const loader = createDocumentLoader(addresses);
const badge = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  addresses.context,
];
for (const url of badge) readContext((knownContexts(addresses).get(url) as JsonObject)['@context']);

const all = [...definitions];
const isLink = ({ '@id': id = '', '@type': type = '' }: Definition) => id.startsWith('@') || type === '@id';
const links = all.filter(([, each]) => each.some(isLink)).map(([term]) => term);
const texts = all.filter(([, each]) => !each.some(isLink)).map(([term]) => term);
const maps = all.filter(([, each]) => each.every((one) => one['@container'] === '@language')).map(([term]) => term);

/** Every pair of terms with every name, which takes three times as long. */
const tryAll = process.argv.includes('--all');

let tried = 0;
async function isRefused(what: string, body: JsonObject, parent?: string): Promise<void> {
  tried += 1;
  const document = { '@context': badge, id: 'https://x.example/1', ...body };
  const refusal = await canonical(document, loader).then(
    () => 'nothing',
    (error: Error) => error.message,
  );
  // In a language map every member is a language, and what stands under it is text.
  const isText = parent !== undefined && maps.includes(parent);
  if (!isText && !refusal.startsWith('A document that names something')) note(`${what}: ${refusal}`);
  isUnchanged(what);
}

for (const [at, text] of texts.entries()) {
  for (const [place, link] of links.entries()) {
    const name = names[(at + place) % names.length]!;
    for (const each of tryAll ? names : [name])
      await isRefused(`${text}.${link} ${each}`, { [text]: { [link]: each } }, text);
    // Every run tries every pair of terms with the names in turn; so do deeper ones.
    const [second = '', third = ''] = [texts[(at + place + 1) % texts.length], texts[(at * 7 + place) % texts.length]];
    const node = { id: 'https://x.example/2', [link]: name };
    await isRefused(`${text}[].${link} ${name}`, { [text]: ['x', [{ [link]: [name] }]] });
    await isRefused(`${text}.${second}.${link} ${name}`, { [text]: { [second]: node } }, second);
    await isRefused(`${text}.${second}.${third}.${link} ${name}`, { [text]: { [second]: [{ [third]: node }] } }, third);
  }
}
for (const name of names) {
  const own = JSON.parse(`{${JSON.stringify(name)}: "x"}`) as JsonObject;
  for (const text of texts) {
    await isRefused(`${text} with a member ${name}`, { [text]: own });
    await isRefused(`${text} in ${name}`, { [text]: { '@value': 'x', '@language': name } });
    await isRefused(`${text} of type ${name}`, { [text]: { '@value': 'x', '@type': name } });
  }
  for (const map of maps) await isRefused(`${map} with a node ${name}`, { [map]: { sv: { id: name } } });
  for (const keyword of ['@id', '@type', '@graph', '@included', '@index', '@reverse', '@nest', '@list', '@set'])
    await isRefused(`${keyword} ${name}`, { name: { [keyword]: name } });
  await isRefused(`a graph in ${name}`, { '@graph': [{ '@id': name, '@graph': [{ '@id': 'prototype' }] }] });
  await isRefused(`a term of its own, ${name}`, { '@context': [...badge, { x: { '@id': name, '@type': '@id' } }] });
}

/** Text says what it likes: the same names as text are read. */
for (const name of names)
  for (const [text, value] of [
    ['name', name],
    ['description', [name, 'x']],
    ['titleMap', { sv: name, en: [name] }],
    ['learnerName', { '@value': name, '@language': 'sv' }],
  ] as const) {
    tried += 1;
    await canonical({ '@context': badge, id: 'https://x.example/1', type: 'Achievement', [text]: value }, loader).catch(
      (error: Error) => note(`${text} may not say ${name}: ${error.message}`),
    );
  }

/** The ways in: the document, its proofs, what it is chained to, and what it leads to. */
const fixture = await createFixture();
const ways: readonly (readonly [string, (bad: any, name: string) => void])[] = [
  ['a proof', (bad, name) => (bad.proof.description = { id: 'urn:x:1', dcType: name })],
  ['a proof’s id', (bad, name) => (bad.proof.id = name)],
  ['a proof’s domain', (bad, name) => (bad.proof.nonce = { learningOutcome: name })],
  [
    'a chained proof',
    (bad, name) =>
      (bad.proof = [
        { ...bad.proof, id: 'urn:x:1', description: { learningOutcome: name } },
        { ...bad.proof, previousProof: 'urn:x:1' },
      ]),
  ],
  ['a text', (bad, name) => (bad.credentialSubject.achievement.description = { learningOutcome: name })],
  ['a language map', (bad, name) => (bad.credentialSubject.achievement.titleMap.sv = { isced: name })],
  ['an issuer', (bad, name) => (bad.issuer = name)],
];
for (const name of names) {
  for (const [way, change] of ways) {
    tried += 1;
    const bad = copy(fixture.credential);
    change(bad, name);
    if ((await fixture.verify(bad)).verdict === 'valid') note(`${way}: ${name} is valid`);
    isUnchanged(`${way} ${name}`);
  }
  for (const url of [addresses.didDocument(slug), addresses.statusList(slug, 1, 'revocation')]) {
    const good = fixture.outside.get(url)!;
    for (const member of ['description', 'id', 'issuer', 'type', 'verificationMethod', 'credentialSubject', 'proof']) {
      tried += 1;
      fixture.put(url, { ...JSON.parse(good), [member]: { id: name, type: name, learningOutcome: name } });
      await fixture.verify(fixture.credential);
      isUnchanged(`${url} ${member} ${name}`);
    }
    fixture.outside.set(url, good);
  }
  const { verdict } = await fixture.verify(fixture.credential);
  if (verdict !== 'valid') note(`after ${name}, ${did}’s certificate is ${verdict}`);
}
console.log(JSON.stringify({ faults, tried }));
