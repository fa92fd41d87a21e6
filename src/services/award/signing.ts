import type { Institution } from '../../domain/institution/institution.ts';
import { noSigningKey } from '../institution/signing-keys/no-signing-key.ts';
import { createLinks, operator } from '../institution/audit.ts';
import type {
  DocumentKey,
  Draft,
  Lease,
  NewSignature,
  Ports,
  PreparedDocument,
  SignedDocument,
  SigningKey,
  Stored,
  Stores,
  Unsigned,
} from '../ports/index.ts';
import { leaseTimes } from './lease-times.ts';
import { within } from './within.ts';

type Needs = Pick<
  Ports,
  'transact' | 'write' | 'writer' | 'now' | 'after' | 'newToken' | 'sha256' | 'canonicalJson' | 'onIssued'
>;
export type Signing = ReturnType<typeof createSigning>;

/** A document with the right to sign it, and all that its signature depends on. */
export type LeasedDocument = Readonly<{
  institution: Pick<Institution, 'id' | 'slug'>;
  document: PreparedDocument;
  /** Its text, as its writer made it. */
  draft: Draft;
  lease: Lease;
  key: SigningKey;
  /** Ends the attempt, well before the lease is anybody else's. */
  signal: AbortSignal;
}>;

/** What was signed under a lease, and is to be stored. */
export type Signature = Readonly<{ leased: LeasedDocument; signed: SignedDocument }>;

/**
 * The second half of record → sign → store. What we mean to sign is on record, under our lease, before this starts. It
 * signs outside any transaction, and stores only what is still its own to store: so there is never a second signature
 * that anybody saw, and never one that nobody recorded.
 */
export function createSigning(ports: Needs) {
  const { transact, write, writer, now, after, newToken, sha256, onIssued } = ports;
  const linkOf = createLinks(ports);

  /** What a signature of this document is made with from now on; `signal` counts from before the lease is taken. */
  function newLease(
    format: string,
    draft: Draft,
    key: SigningKey,
  ): Pick<LeasedDocument, 'draft' | 'lease' | 'key' | 'signal'> {
    const salts = Array.from({ length: writer.saltCount(format, draft) }, () => newToken(16));
    const lease = { token: newToken(16), forMs: leaseTimes.leaseMs, keyId: key.id, created: now(), salts };
    return { draft, lease, key, signal: after(leaseTimes.attemptMs) };
  }

  /** The lease of a document that the transaction has claimed: what an earlier one fixed stands while its key does. */
  async function lease(
    stores: Stores,
    institution: LeasedDocument['institution'],
    claimed: Unsigned,
  ): Promise<LeasedDocument> {
    const { before, ...document } = claimed;
    const { format, unsigned } = document;
    const stands = before !== undefined && before.key.retiredAt === undefined;
    const algorithm = algorithmOf(format);
    const key = stands ? before.key : await stores.signingKeys.current(institution.id, algorithm, 'credentials');
    if (!key) throw noSigningKey(institution.slug, algorithm);
    const fresh = newLease(format, { text: unsigned }, key);
    const { lease } = stands ? { lease: { ...fresh.lease, created: before.created, salts: before.salts } } : fresh;
    await stores.documents.lease(institution.id, document, lease);
    return { ...fresh, lease, institution, document };
  }

  function algorithmOf(format: string): string {
    const form = writer.forms.find(({ id }) => id === format);
    if (form) return form.keyAlgorithm;
    throw new Error(`This version knows no form ${format}.`);
  }

  async function sign({ institution, document, draft, lease, key, signal }: LeasedDocument): Promise<SignedDocument> {
    const { created, salts } = lease;
    const securing = { key, slug: institution.slug, created, salts, signal };
    const { mediaType, bytes } = await within(signal, writer.secure(document.format, draft, securing));
    const { awardId, format, variant, issueNumber } = document;
    return { awardId, format, variant, issueNumber, mediaType, bytes, etag: await sha256(bytes), issuedAt: now() };
  }

  const signatureOf = async (
    { document, lease, key }: LeasedDocument,
    signed: SignedDocument,
  ): Promise<NewSignature> => {
    const link = linkOf({
      institutionId: document.institutionId,
      actor: operator,
      action: 'issued',
      subjects: [document.awardId, key.id],
      detail: { digest: await sha256(salted(document.salt, signed.bytes)) },
    });
    return { token: lease.token, keyId: key.id, signed, link };
  };

  /** All in one statement; where a document is another's by now nothing of it is written, nor recorded. */
  async function store(institutionId: string, signatures: readonly Signature[]): Promise<readonly Stored[]> {
    const news = await Promise.all(signatures.map(({ leased, signed }) => signatureOf(leased, signed)));
    const outcomes = await write(institutionId, ({ documents }) => documents.store(institutionId, news));
    for (const [index, { leased }] of signatures.entries())
      if (outcomes[index] === 'key-retired') await forget(leased);
      else if (outcomes[index] === 'stored') onIssued?.();
    return outcomes;
  }

  /** Drops the lease with all that it fixed: its key signs no more. */
  const forget = ({ institution, document, lease }: LeasedDocument) =>
    write(institution.id, ({ documents }) => documents.release(institution.id, document, lease.token, true));

  /** The document under a lease of this process; undefined where it is signed, or in another's hands. */
  const take = (institution: LeasedDocument['institution'], document: DocumentKey) =>
    transact(institution.id, async (stores) => {
      const claimed = await stores.documents.claim(institution.id, document);
      return claimed && lease(stores, institution, claimed);
    });

  /** Whoever fails lets the next one try at once; where even that fails the lease runs out. */
  const giveUp = ({ institution, document, lease }: LeasedDocument) =>
    write(institution.id, (stores) => stores.documents.release(institution.id, document, lease.token, false)).catch(
      () => undefined,
    );

  /**
   * Signs and stores, when what comes first is done; false where somebody else did, and what was signed here was thrown
   * away.
   */
  async function finish(first: LeasedDocument, before: () => Promise<void> = async () => undefined): Promise<boolean> {
    let leased: LeasedDocument | undefined = first;
    while (leased) {
      const mine: LeasedDocument = leased;
      const [outcome] = await within(mine.signal, before())
        .then(async () => store(mine.institution.id, [{ leased: mine, signed: await sign(mine) }]))
        .catch(async (error: unknown) => {
          await giveUp(mine);
          throw error;
        });
      if (outcome !== 'key-retired') return outcome === 'stored';
      leased = await take(mine.institution, mine.document);
    }
    return false;
  }

  /** Signs and stores one that another cannot be at, whose key was retired meanwhile. */
  async function finishAnew(leased: LeasedDocument): Promise<void> {
    const again = await take(leased.institution, leased.document);
    if (again) await finish(again);
  }

  return { newLease, lease, take, sign, store, giveUp, finish, finishAnew };
}

function salted(salt: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = new TextEncoder().encode(salt);
  const whole = new Uint8Array(first.length + bytes.length);
  whole.set(first);
  whole.set(bytes, first.length);
  return whole;
}
