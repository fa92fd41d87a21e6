import { SignerError, type SignerFault } from '../ports/remote-signing.ts';

/** What may be logged of a fault: its name alone. What a library or a database says may quote the document. */
export const faultName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** What whoever is called at night looks at first. */
const remedies: Readonly<Record<SignerFault, string>> = {
  'not-configured': 'set REMOTE_SIGNER_URL and a token: this key is held elsewhere',
  'no-token': 'look at the file in REMOTE_SIGNER_TOKEN_FILE and at what writes it',
  unreachable: 'look whether the signer runs, and whether it can be reached from here',
  late: 'look whether the signer is overloaded or stopped',
  busy: 'look whether the signer is sealed or overloaded',
  refused: 'look at the token, at its policy for this key, and at the versions that the signer still lets sign',
  unreadable: 'look whether REMOTE_SIGNER_URL is a transit API and REMOTE_SIGNER_MARSHALING its form',
  'other-version': 'look why the signer signs with another version than it was asked for',
  'false-signature': 'find out who changed the key: what signs there is not what is registered here',
  paused: 'look at the line before, which says why it failed',
};

type Facts = Readonly<Record<string, string | number>>;

/** Of a signer: whose key it was, what the signer answered (its status alone) and what to look at. */
export function faultFacts(error: unknown): Facts {
  if (!(error instanceof SignerError)) return { fault: faultName(error) };
  const { fault, status, key } = error;
  return {
    fault: `signer-${fault}`,
    ...(status !== undefined && { status }),
    ...(key && { institution: key.institutionId, key: key.id }),
    remedy: remedies[fault],
  };
}

/** It follows a fault of the same signer that is in the log already, and says nothing new. */
export const isPaused = (error: unknown): boolean => error instanceof SignerError && error.fault === 'paused';

/** Whether it is about the signer, and not about what was to be signed: it may succeed another time. */
export const isOfSigner = (error: unknown): boolean =>
  error instanceof SignerError || (error instanceof Error && error.name === 'TimeoutError');
