/** A key of the signer, of one version for good: a rotation there does not change what is signed here. */
export type RemoteKey = Readonly<{ name: string; version: number }>;

const name = String.raw`\w(?:[\w.-]{0,126}\w)?`;
const named = new RegExp(`^${name}$`);
const written = new RegExp(String.raw`^transit\.v([1-9]\d{0,8})\.(${name})$`);

/** The names that a transit API has for keys; none of them could leave the path it is put in. */
export const isKeyName = (text: string): boolean => named.test(text);

/** As it stands in the record in the place of a private key. */
export const writeRemoteKey = ({ name, version }: RemoteKey): string => `transit.v${version}.${name}`;

/** Undefined for anything else, such as a private key. */
export function readRemoteKey(text: string): RemoteKey | undefined {
  const [, version, name] = written.exec(text) ?? [];
  return name === undefined ? undefined : { name, version: Number(version) };
}
