import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../../src/runtime/commands/commands.ts';
import { passwordFile } from '../../../src/runtime/commands/nouns/seal.ts';
import { type Harness, startHarness } from '../../http/setup/harness.ts';

const slug = 'provsjo';
let harness: Harness;
let folder: string;
beforeAll(async () => {
  harness = await startHarness();
  // Another program certifies by the clock of the machine.
  harness.clock.advance(Date.now() - harness.clock.now().getTime() + 60_000);
  folder = mkdtempSync(join(tmpdir(), 'seals-'));
  authority('root', '/CN=Root', ['-days', '3650']);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await harness.close();
});

const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const openssl = (...words: string[]) =>
  execFileSync('openssl', words, { cwd: folder, env: { ...process.env, P12: 'secret' }, stdio: 'pipe' });
const ecKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const usage = 'keyUsage=critical,digitalSignature';

function authority(name: string, subject: string, more: readonly string[] = []): void {
  const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`];
  openssl('req', '-x509', ...ecKey, ...files, '-subj', subject, ...more, '-addext', 'keyUsage=critical,keyCertSign');
}

type Made = Readonly<{ by?: string; days?: string; extensions?: string }>;
/** Certifies a request; without any, one of a key that is made here. */
function certify(name: string, { by = 'root', days = '30', extensions = usage }: Made = {}, csr = ''): string {
  writeFileSync(at(`${name}.ext`), `${extensions}\n`);
  if (csr === '')
    openssl('req', '-new', ...ecKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
  else writeFileSync(at(`${name}.csr`), csr);
  const signer = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-days', days];
  openssl('x509', '-req', '-in', `${name}.csr`, ...signer, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
  return read(`${name}.pem`);
}

const bundle = (name: string, ...more: string[]): Buffer => {
  const files = ['-inkey', `${name}.key`, '-in', `${name}.pem`, '-certfile', 'root.pem', '-out', `${name}.p12`];
  openssl('pkcs12', '-export', ...files, '-passout', 'env:P12', ...more);
  return readFileSync(at(`${name}.p12`));
};

const type = async (line: string, file: string | Buffer = '', password = 'secret') => {
  const files = { FILE: Buffer.from(file).toString('base64'), [passwordFile]: password };
  return (await runCommand(harness.services, line.split(' '), files)).lines;
};
const installPem = (pem: string) => type(`signing-key certificate ${slug} --pem FILE`, pem);
const installPkcs12 = (file: Buffer, password?: string) =>
  type(`signing-key certificate ${slug} --pkcs12 FILE`, file, password);
const newSeal = async (algorithm = 'P-256') =>
  (await harness.services.institutions.addSigningKey(slug, algorithm, 'seal')).id;
const csrOf = async (id: string) => (await type(`signing-key csr ${slug} ${id}`)).join('\n');
const found = async (id: string) =>
  (await harness.services.institutions.listSigningKeys(slug)).find((key) => key.id === id);

describe.each(['P-256', 'P-384', 'Ed25519'])('a seal of %s', (algorithm) => {
  test('is requested, certified by another program and installed', async () => {
    const id = await newSeal(algorithm);
    const csr = await csrOf(id);
    writeFileSync(at('request.pem'), csr);
    const shown = openssl('req', '-in', 'request.pem', '-noout', '-verify', '-text').toString();
    expect(shown).toContain('/institutions/provsjo');
    const leaf = certify(`seal-${algorithm}`, {}, csr);
    expect(await installPem(leaf + read('root.pem'))).toEqual([`certified ${id}`]);
    const [first = ''] = (await found(id))?.certificates?.split(/(?<=-----END CERTIFICATE-----\n)/) ?? [];
    expect(new X509Certificate(first).fingerprint256).toBe(new X509Certificate(leaf).fingerprint256);
  });
});

test('a key and its chain come as PKCS#12, and the key signs', async () => {
  certify('bundled');
  const [line = ''] = await installPkcs12(bundle('bundled'));
  const key = await found(line.replace('signing key ', ''));
  expect(key).toMatchObject({ algorithm: 'P-256', purpose: 'seal' });
  expect(key?.certificates?.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  const csr = await csrOf(key!.id);
  writeFileSync(at('again.pem'), csr);
  expect(() => openssl('req', '-in', 'again.pem', '-noout', '-verify')).not.toThrow();
  await expect(installPkcs12(readFileSync(at('bundled.p12')))).rejects.toMatchObject({ code: 'already-exists' });
});

describe('refused:', () => {
  const forSeal = async (name: string, made: Made = {}) => certify(name, made, await csrOf(await newSeal()));

  test.each<[string, () => string | Promise<string>, RegExp]>([
    ['a file of something else', () => 'hello', /holds no certificate/],
    ['a broken certificate', () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', /no X\.509/],
    ['a private key beside it', async () => (await forSeal('beside')) + read('root.key'), /holds a private key/],
    ['one of another key', () => certify('foreign') + read('root.pem'), /for another key than any of provsjo/],
    ['one that expired', async () => (await forSeal('old', { days: '-1' })) + read('root.pem'), /expired at/],
    ['the chain upside down', async () => read('root.pem') + (await forSeal('upside')), /authority/],
    [
      'a chain by another authority of the same name',
      async () => {
        authority('other', '/CN=Root');
        return (await forSeal('by-other')) + read('other.pem');
      },
      /was not signed by/,
    ],
    [
      'a chain that lacks a link',
      async () => {
        authority('far', '/CN=Far');
        return (await forSeal('lacking')) + read('far.pem');
      },
      /is not by Far/,
    ],
    [
      'a key that is for encryption',
      async () => (await forSeal('enc', { extensions: 'keyUsage=critical,keyAgreement' })) + read('root.pem'),
      /not signing/,
    ],
    [
      'one signed by itself',
      () => {
        openssl('req', '-x509', ...ecKey, '-keyout', 's.key', '-out', 's.pem', '-subj', '/CN=s', '-addext', usage);
        openssl('x509', '-in', 's.pem', '-out', 's2.pem');
        return certify('self', { extensions: `${usage}\nbasicConstraints=CA:FALSE` }) && read('s.pem');
      },
      /authority|signed by itself/,
    ],
    [
      'an RSA key',
      () => {
        openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'r.key', '-out', 'r.pem', '-subj', '/CN=r');
        return read('r.pem');
      },
      /of RSA/,
    ],
  ])('%s', async (_, pem, message) => {
    await expect(installPem(await pem())).rejects.toThrow(message);
  });

  test('a wrong password, and a file that is none', async () => {
    certify('locked');
    await expect(installPkcs12(bundle('locked'), 'wrong')).rejects.toThrow(/password is not the one/);
    await expect(installPkcs12(Buffer.from('nothing'))).rejects.toThrow(/no PKCS#12/);
  });

  test('a file of an old program, with the line that converts it', async () => {
    certify('legacy');
    const file = bundle('legacy', '-legacy');
    const refusal: unknown = await installPkcs12(file).catch((error: unknown) => error);
    expect(String(refusal)).toMatch(/RC2, 3DES/);
    const line = String(refusal).slice(String(refusal).indexOf('openssl pkcs12'));
    writeFileSync(at('OLD.p12'), file);
    execFileSync('sh', ['-c', line], { cwd: folder, env: { ...process.env, P12: 'secret' }, stdio: 'pipe' });
    expect(await installPkcs12(readFileSync(at('NEW.p12')))).toHaveLength(1);
  });

  test('a certificate for a key of credentials, or for one that is retired', async () => {
    const credentials = await harness.services.institutions.addSigningKey(slug, 'P-256');
    await expect(csrOf(credentials.id)).rejects.toThrow(/certificates are for seals/);
    const id = await newSeal();
    const csr = await csrOf(id);
    await harness.services.institutions.retireSigningKey(slug, id);
    await expect(installPem(certify('late', {}, csr) + read('root.pem'))).rejects.toThrow(/is retired/);
  });

  test.each(['', ' --pem FILE --pkcs12 FILE'])('the command with “%s”', async (options) => {
    await expect(type(`signing-key certificate ${slug}${options}`)).rejects.toThrow(/--pem FILE or --pkcs12 FILE/);
  });
});

test('the demo seals with an authority that says that it is a test', async () => {
  await harness.services.institutions.sealForDemo([slug]);
  const key = (await harness.services.institutions.listSigningKeys(slug)).at(-1);
  const [leaf, root] = key!
    .certificates!.split(/(?<=-----END CERTIFICATE-----\n)/)
    .map((pem) => new X509Certificate(pem));
  expect(root?.subject).toMatch(/TEST CA/);
  expect([leaf?.verify(root!.publicKey), leaf?.ca, root?.ca]).toEqual([true, false, true]);
  expect(leaf?.subjectAltName).toMatch(/^URI:.*\/institutions\/provsjo$/);
});
