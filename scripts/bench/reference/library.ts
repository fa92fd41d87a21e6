/**
 * What one gets by putting @digitalbazaar/vc together as its documentation does, with nothing beside it: a module, and with
 * `serve` a server of Hono.
 */
import * as vc from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';

export type Library = Readonly<{
  issue(unsigned: unknown): Promise<unknown>;
  verify(credential: unknown): Promise<boolean>;
}>;

/** `slug`: the institution at this origin whose name stands in what is issued. */
export async function createLibrary(origin: string, slug: string): Promise<Library> {
  const addresses = createAddresses(origin);
  const loader = createDocumentLoader(addresses);
  const did = addresses.did(slug);
  const key = await Ed25519Multikey.generate({ controller: did });
  key.id = `${did}#${key.publicKeyMultibase}`;
  const method = await key.export({ publicKey: true, includeContext: true });
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [method],
    assertionMethod: [key.id],
  };
  const documentLoader = async (url: string): Promise<unknown> => {
    if (url === key.id) return { contextUrl: null, documentUrl: url, document: method };
    if (url === did) return { contextUrl: null, documentUrl: url, document: controller };
    return loader(url);
  };
  return {
    issue: (unsigned) =>
      vc.issue({
        credential: structuredClone(unsigned),
        suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite }),
        documentLoader,
      }),
    /** The signature and the library's own checks, without any status list. */
    async verify(credential) {
      const suite = new DataIntegrityProof({ cryptosuite });
      const checkStatus = async () => ({ verified: true });
      return (await vc.verifyCredential({ credential, suite, documentLoader, checkStatus })).verified;
    },
  };
}

if (process.argv[2] === 'serve') {
  const [origin = '', slug = ''] = process.argv.slice(3);
  const library = await createLibrary(origin, slug);
  const app = new Hono();
  app.post('/issue', async (c) => c.json((await library.issue(await c.req.json())) as object, 201));
  app.post('/verify', async (c) => c.json({ verified: await library.verify(await c.req.json()) }));
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }));
}
