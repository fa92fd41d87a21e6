import { readdir } from 'node:fs/promises';
import { type Json, read, root, type Write } from './files.ts';

export type Vocabularies = ReadonlyMap<string, Json>;

export async function readVocabularies(): Promise<Vocabularies> {
  const names = (await readdir(new URL('schemas/vocab/', root))).filter((name) => name.endsWith('.json')).sort();
  const entries = names.map(
    async (name) => [name.replace('.json', ''), JSON.parse(await read(`schemas/vocab/${name}`))] as const,
  );
  return new Map(await Promise.all(entries));
}

/** The code lists as data and as types. */
export async function writeVocabularies(write: Write, vocabularies: Vocabularies): Promise<void> {
  const typeName = (list: string) =>
    list.replace(/-code$/, '').replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  const constName = (list: string) => list.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const lists = [...vocabularies].map(([name, list]) => {
    const rows = list['concepts'].map((concept: Json) => `  ${JSON.stringify(concept)},\n`).join('');
    const scheme = list['scheme'] ? `export const ${constName(name)}Scheme = ${JSON.stringify(list['scheme'])};\n` : '';
    return (
      `/** ${list['title']}. ${list['source'] ?? ''} */\nexport const ${constName(name)} = [\n${rows}] as const;\n${scheme}` +
      `export type ${typeName(name)}Code = (typeof ${constName(name)})[number]['code'];\n`
    );
  });
  const titles = Object.fromEntries([...vocabularies].map(([name, list]) => [constName(name), list['title']]));
  const allTitles = `/** What each list is called, by the name of its constant. */\nexport const codeListTitles = ${JSON.stringify(titles, null, 2)} as const;\n`;
  const all = `/** Every list by the name of its constant. */\nexport const codeLists = { ${Object.keys(titles).join(', ')} } as const;\n`;
  await write('vocab.ts', [...lists, allTitles, all].join('\n'));
}
