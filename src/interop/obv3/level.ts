type Target = Readonly<{ name: string; code: string; url: string }>;

const iri = /^https?:\/\/data\.europa\.eu\/snb\/eqf\/([^/?#]+)\/?$/i;
const code = /^(?:EQF[\s:-]*)?(?:level\s*)?(\S+)$/i;
const named = /\b(?:EQF|level|niveau|niv[åa])\W{0,3}(?:level|niveau)?\W{0,2}(\d+)\b/i;

/**
 * What an alignment to the European Qualifications Framework says the level is: by its code, its IRI and its name,
 * each once. What is no level of the framework is among them, so that it contradicts what is.
 */
export function statedLevels({ name, code: written, url }: Target): readonly string[] {
  const said = [code.exec(written.trim())?.[1] ?? written.trim(), iri.exec(url)?.[1], named.exec(name)?.[1]];
  return [...new Set(said.flatMap((level) => (level === undefined || level === '' ? [] : [level])))];
}
