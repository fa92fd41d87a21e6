import { DomainError } from '../../../domain/shared/errors.ts';
import { textFor } from '../../../domain/shared/language.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import { present } from '../../../domain/shared/present.ts';
import { institutionCalled } from '../access.ts';
import { createKeyRecord, isInForce, type KeyNeeds, listed, type ListedKey, newerThan } from './record.ts';
import type { Ports, SigningKey, Subject } from '../../ports/index.ts';

type Needs = KeyNeeds & Pick<Ports, 'certifier' | 'addresses' | 'after'>;
const signingForMs = 10_000;

/** ETSI EN 319 412-1 §5.1.4: NTR is the national register of companies and bodies. */
function identifierOf({ country, identifiers = [] }: Institution): string | undefined {
  const valueOf = (kind: string) => identifiers.find((one) => one.kind === kind)?.value;
  const national = valueOf('organisation-number') ?? valueOf('y-tunnus');
  return valueOf('eidas') ?? (national && `NTR${country}-${national}`);
}

/** Keys with an X.509 certificate. */
export function createSeals(ports: Needs) {
  const { stores, transact, writer, certifier, addresses, now, newId, after } = ports;
  const { keysOf, keyOf, recorded, add } = createKeyRecord(ports);

  async function subjectOf(slug: string): Promise<Subject> {
    const institution = await institutionCalled(slug, stores);
    const name = textFor(institution.name, 'en')?.text ?? slug;
    const organisationIdentifier = identifierOf(institution);
    const uri = addresses.institution(slug);
    return { country: institution.country, organisation: name, name, uri, ...present({ organisationIdentifier }) };
  }

  function demandSeal(key: SigningKey): void {
    if (key.purpose !== 'seal')
      throw new DomainError('state-forbids', `The key ${key.id} is for ${key.purpose}; certificates are for seals.`);
    if (!isInForce(key)) throw new DomainError('state-forbids', `The key ${key.id} is retired.`);
  }

  async function install(slug: string, pem: string): Promise<string> {
    const { publicKey, certificates } = await certifier.readChain(pem, now());
    const { institutionId, keys } = await keysOf(slug);
    const key = keys.find((one) => one.publicKey === publicKey);
    if (!key) throw new DomainError('state-forbids', `The certificate is for another key than any of ${slug}.`);
    demandSeal(key);
    await transact(institutionId, async (stores) => {
      await stores.signingKeys.setCertificates(institutionId, key.id, certificates);
      await recorded(stores, institutionId, 'certificate-installed', key.id);
    });
    return key.id;
  }

  return {
    /** What the authority of one's choice wants to have for the key of a seal, in PEM. */
    async requestCertificate(slug: string, keyId: string): Promise<string> {
      const { key } = await keyOf(slug, keyId);
      demandSeal(key);
      return certifier.request({ subject: await subjectOf(slug), key, signal: after(signingForMs) });
    },

    /** Installs a chain in PEM for the seal whose key the first certificate has; gives the id of that key. */
    installCertificate: install,

    /** Installs a key with its certificates: PKCS#12, as authorities give it. */
    async importSeal(slug: string, bytes: Uint8Array<ArrayBuffer>, password: string): Promise<ListedKey> {
      const { institutionId, keys } = await keysOf(slug);
      const { certificates, ...key } = await certifier.openPkcs12(bytes, password, now());
      if (keys.some(({ publicKey }) => publicKey === key.publicKey))
        throw new DomainError('already-exists', `${slug} has this key already. Give its certificates as PEM.`);
      const made = await writer.importKey(institutionId, newId(), key, newerThan(keys, now()));
      const seal = { ...made, certificates };
      await transact(institutionId, (stores) => add(stores, institutionId, [seal]));
      return listed(seal);
    },

    /** For the demo alone: a seal for each of these, certified by one authority that nobody can trust. */
    async sealForDemo(slugs: readonly string[]): Promise<void> {
      const certify = await certifier.testAuthority(now());
      for (const slug of slugs) {
        const { institutionId, keys } = await keysOf(slug);
        const key = await writer.createKey(institutionId, newId(), 'P-256', newerThan(keys, now()), 'seal');
        await transact(institutionId, (stores) => add(stores, institutionId, [key]));
        await install(slug, await certify(await subjectOf(slug), key.publicKey));
      }
    },
  };
}
