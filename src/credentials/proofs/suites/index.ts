import type { JsonObject } from '../../../services/ports/index.ts';
import { ecdsaJcs2019 } from './ecdsa-jcs-2019.ts';
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.ts';
import { ecdsaSd2023 } from './ecdsa-sd-2023.ts';
import { ed25519Signature2020 } from './ed25519-signature-2020.ts';
import { eddsaJcs2022 } from './eddsa-jcs-2022.ts';
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.ts';
import type { Suite } from './suite.ts';

/** Every suite that is read here; nothing else lists them. Of those that take a key, the first that signs is its default. */
export const suites: readonly Suite[] = [
  eddsaRdfc2022,
  ecdsaRdfc2019,
  eddsaJcs2022,
  ecdsaJcs2019,
  ecdsaSd2023,
  ed25519Signature2020,
];

const names = new Map(suites.map((suite) => [suite.id, suite]));
const typesWithout = new Set(suites.filter(({ type, id }) => type === id).map(({ type }) => type));

/** Whether proofs of this type name a cryptosuite too; undefined for a type that is not read here. */
export const namesCryptosuite = (type: string): boolean | undefined =>
  typesWithout.has(type) ? false : suites.some((suite) => suite.type === type) ? true : undefined;

/** The suite of a proof, by its type and cryptosuite alone. */
export function suiteOf({ type, cryptosuite }: JsonObject): Suite | undefined {
  const suite = names.get(String(typesWithout.has(String(type)) ? type : cryptosuite));
  return suite?.type === type ? suite : undefined;
}

/** The suite that is taken for a key where nobody asks for another. Throws where there is none, or none of that name. */
export function signingSuite(algorithm: string, id?: string): Suite & Required<Pick<Suite, 'signing'>> {
  const found = suites.find(
    (suite) => (id === undefined || suite.id === id) && suite.keys.some((key) => key.id === algorithm) && suite.signing,
  );
  if (found?.signing) return { ...found, signing: found.signing };
  throw new Error(`No proof ${id === undefined ? '' : `of ${id} `}can be made here with a ${algorithm} key.`);
}
