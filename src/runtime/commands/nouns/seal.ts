import { DomainError } from '../../../domain/shared/errors.ts';
import type { Commands, Typed } from '../command.ts';

/** Under this name the command line sends the password of a file, which never stands among the words. */
export const passwordFile = '(password)';

export const sealCommands: Commands = {
  'signing-key csr': {
    parameters: ['INSTITUTION', 'ID'],
    purpose: 'print what an authority wants to have to certify the key of a seal (PKCS#10, PEM)',
    async run({ institutions }, { args: [slug = '', id = ''] }) {
      return (await institutions.requestCertificate(slug, id)).trimEnd().split('\n');
    },
  },
  'signing-key certificate': {
    parameters: ['INSTITUTION', '[--pem FILE]', '[--pkcs12 FILE]'],
    purpose: 'install a chain of certificates for a seal: PEM for a key that is here, PKCS#12 with the key in it',
    readsBytes: true,
    readsPasswordFor: '--pkcs12',
    async run({ institutions }, { args: [slug = ''], options, files }) {
      const { '--pem': pem, '--pkcs12': pkcs12 } = options;
      if ((pem === undefined) === (pkcs12 === undefined))
        throw new DomainError('malformed-request', 'Give --pem FILE or --pkcs12 FILE.');
      if (pem !== undefined) {
        const text = new TextDecoder().decode(bytesOf(pem, files));
        return [`certified ${await institutions.installCertificate(slug, text)}`];
      }
      const { id } = await institutions.importSeal(slug, bytesOf(pkcs12 ?? '', files), files[passwordFile] ?? '');
      return [`signing key ${id}`];
    },
  },
};

const bytesOf = (file: string, files: Typed['files']): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(files[file] ?? '', 'base64'));
