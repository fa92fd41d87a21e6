// eslint-disable-next-line no-control-regex -- these are what is escaped
const special = /[\u0000-\u001f\u007f"\\]/g;
const named: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

const escaped = (character: string): string =>
  named[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A string within quotes of canonical N-Quads (RDF 1.1 N-Quads §4.1, RDFC-1.0 §5). */
export const escapeLiteral = (text: string): string => text.replace(special, escaped);
