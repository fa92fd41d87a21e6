/**
 * Hands the JSON-LD library itself, past every check of ours, documents that name nodes as plain objects name their
 * members, and prints for each name what was written into what all objects share. With `sealed` as its argument the
 * module that forbids it comes first.
 */
if (process.argv[2] === 'sealed') await import('../../src/runtime/sealed-prototypes.ts');
const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
const { createDocumentLoader } = await import('../../src/credentials/contexts/document-loader.ts');
const { createAddresses } = await import('../../src/domain/addresses/addresses.ts');

const addresses = createAddresses('https://merit.example');
const documentLoader = createDocumentLoader(addresses);
const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const nested = (name: string, depth: number): unknown =>
  depth === 0 ? name : { id: 'https://merit.example/a', narrative: 'a', learningOutcome: nested(name, depth - 1) };
const documentsNaming = (name: string): object[] => {
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2', openBadges, addresses.context],
    type: ['VerifiableCredential'],
    issuer: 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH',
    credentialSubject: { id: 'https://merit.example/b' },
  };
  return [
    { ...document, issuer: name },
    ...[0, 1, 2, 3].map((depth) => ({ ...document, credentialSubject: { description: nested(name, depth) } })),
    ...[0, 1, 2, 3].map((depth) => ({ ...document, credentialSubject: { learningOutcome: nested(name, depth) } })),
    {
      '@context': { '@vocab': 'https://merit.example/#', g: { '@type': '@id' } },
      '@id': name,
      '@graph': [{ '@id': name, g: name }],
    },
  ];
};

/** Everything that plain objects lead to by a name, with its own names. */
function state(): Map<object, Set<string>> {
  const found = new Map<object, Set<string>>();
  const waiting: unknown[] = [Object.prototype];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || found.has(value)) continue;
    const members = Object.getOwnPropertyDescriptors(value);
    found.set(value, new Set(Object.keys(members)));
    for (const member of Object.values(members)) waiting.push(...Object.values(member as Record<string, unknown>));
  }
  return found;
}

const before = state();
function takeAwayWhatIsNew(): string[] {
  const added: string[] = [];
  for (const [object, names] of before) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (names.has(name)) continue;
      added.push(name);
      Reflect.deleteProperty(object, name);
    }
  }
  return added;
}

const written: Record<string, string[]> = Object.create(null);
for (const name of Object.getOwnPropertyNames(Object.prototype)) {
  written[name] = [];
  for (const document of documentsNaming(name)) {
    await cryptosuite.canonize(document, { documentLoader, safe: true, base: null }).catch(() => undefined);
    written[name].push(...takeAwayWhatIsNew());
  }
}
process.stdout.write(JSON.stringify(Object.entries(written)));
