import {
  createCredentialWriter,
  createKeyRing,
  createTemplates,
  type SecondOpinion,
} from '../../../src/credentials/index.ts';
import { nodeCrypto } from '../../../src/runtime/crypto/node-crypto.ts';
import type { CredentialFacts, SigningKey } from '../../../src/services/ports/index.ts';
import { addresses, institution, keyEncryptionKey } from '../fixture.ts';

type Wishes = Readonly<{ native?: boolean; sampleOf?: number; secondOpinion?: SecondOpinion; algorithm?: string }>;

/** A writer with templates and a key, and what it reported. */
export async function createRoad({ native = true, sampleOf = 1_000_000, secondOpinion, algorithm }: Wishes = {}) {
  const doubts: string[] = [];
  const templates = createTemplates();
  const atHand = native ? nodeCrypto : undefined;
  const writer = createCredentialWriter({
    addresses,
    signer: createKeyRing(keyEncryptionKey, atHand),
    road: {
      templates,
      ...(atHand && { native: atHand }),
      ...(secondOpinion && { secondOpinion }),
      sampleOf,
      onDoubt: (why) => doubts.push(why),
    },
  });
  const { id: form, keyAlgorithm } = writer.defaultForm;
  const created = new Date('2027-03-10T09:00:01Z');
  const key = await writer.createKey(institution.id, 'key-1', algorithm ?? keyAlgorithm, created);
  const { signal } = new AbortController();
  const issue = async (facts: CredentialFacts, using: SigningKey = key): Promise<string> => {
    const securing = { key: using, slug: facts.issuer.slug, created, salts: [], signal };
    const { bytes } = await writer.secure(form, writer.draft(form, facts), securing);
    return new TextDecoder().decode(bytes);
  };
  /** What the general road makes of it. */
  const issueAlone = async (facts: CredentialFacts, using: SigningKey = key): Promise<string> => {
    const text = JSON.stringify(writer.compose(form, facts));
    const { bytes } = await writer.secure(
      form,
      { text },
      { key: using, slug: facts.issuer.slug, created, salts: [], signal },
    );
    return new TextDecoder().decode(bytes);
  };
  return { writer, templates, key, doubts, issue, issueAlone };
}

/** Another award of the same version and shape. */
export const another = (
  facts: CredentialFacts,
  more: Partial<CredentialFacts['award']> = {},
  index = 17,
): CredentialFacts => ({
  ...facts,
  award: {
    ...facts.award,
    id: '00000000-award',
    nameAsAwarded: 'Aino "Ääni" Äyräs\\\n\t👩🏽‍🎓',
    grade: '優',
    completedOn: '2027-02-28',
    awardedOn: '2027-12-31',
    ...more,
  },
  status: { listId: 'list-2', listNumber: 2, index },
  validFrom: new Date('2027-02-03T10:00:00Z'),
});
