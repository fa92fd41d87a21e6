import type { Addresses } from '../domain/addresses/addresses.ts';
import type { CredentialFacts, Draft, JsonObject } from '../services/ports/index.ts';
import { holdTemplate, type HeldTemplate } from './canonical/held-template.ts';
import type { NativeCrypto } from './canonical/native-crypto.ts';
import { valueAt } from './canonical/slots.ts';
import { fillJson } from './canonical/json-pieces.ts';
import { fillStatements } from './canonical/statements.ts';
import type { Filled, Templates } from './canonical/templates.ts';
import type { DocumentLoader } from './contexts/document-loader.ts';
import type { Bytes } from './document/encoding.ts';
import type { CredentialForm, HeldParts, SecuringParts, TemplateSource } from './forms/form.ts';
import { formCalled } from './forms/index.ts';
import { secureFilled } from './forms/secured-by-template.ts';
import { canonical } from './proofs/data-integrity.ts';

/** Canonical N-Quads of what these facts are composed to, made with the library alone, best in another process. */
export type SecondOpinion = (form: string, facts: CredentialFacts) => Promise<string>;

export type FastRoad = Readonly<{
  templates: Templates;
  native?: NativeCrypto;
  /** Absent: the library in this process. */
  secondOpinion?: SecondOpinion;
  /** One of so many awards is compared with the library again. */
  sampleOf: number;
  /** Told where a template and the library disagree, or could not be compared. */
  onDoubt(why: 'differs' | 'not-compared', version: string): void;
}>;

type Parts = Readonly<{ addresses: Addresses; loader: DocumentLoader; road: FastRoad }>;

/** What a draft knows of itself beside its text. */
type Known = Readonly<{ key: string; form: string; facts: CredentialFacts; filled?: Filled }>;

const known = new WeakMap<Draft, Known>();
const versionOf = ({ version }: CredentialFacts): string => `${version.microcredentialId} ${version.number}`;

/** Everything that a document has beside its slots. The digest of the version stands for the whole of it. */
function readAround({ slots, around }: TemplateSource, addresses: Addresses, form: string, facts: CredentialFacts) {
  const { version, award } = facts;
  const document = around(addresses, facts);
  const values = new Map(slots.map((slot) => [slot, valueAt(document, slot)]));
  for (const [slot, value] of values) if (value !== undefined) blank(document, slot.path);
  const key = JSON.stringify([form, version.digest, award.legalForm, award.language, document]);
  return { key, values };
}

function blank(document: JsonObject, path: readonly (string | number)[]): void {
  const within = valueAt(document, { kind: 'text', path: path.slice(0, -1) });
  (within as Record<string | number, unknown>)[path.at(-1) ?? ''] = '';
}

/** Writes and signs certificates by templates where it can, and on the general road wherever it cannot. */
export function createDrafts({ addresses, loader, road }: Parts) {
  const { templates, native, sampleOf, onDoubt } = road;
  const canonize = (document: JsonObject) => canonical(document, loader);
  const {
    secondOpinion = (form: string, facts: CredentialFacts) => canonize(formCalled(form).compose(addresses, facts)),
  } = road;
  let signedByTemplate = 0;

  function draft(formId: string, facts: CredentialFacts): Draft {
    const form = formCalled(formId);
    if (!form.template) return { text: JSON.stringify(form.compose(addresses, facts)) };
    const { key, values } = readAround(form.template, addresses, formId, facts);
    const template = templates.find(key);
    const filled = template && fillFrom(template, values);
    const text = filled
      ? fillJson(filled.template.json, filled.values)
      : JSON.stringify(form.compose(addresses, facts));
    const made: Draft = { text };
    known.set(made, { key, form: formId, facts, ...(filled && { filled }) });
    return made;
  }

  function fillFrom(template: HeldTemplate, found: ReadonlyMap<unknown, unknown>): Filled | undefined {
    const values = template.slots.map((slot) => found.get(slot));
    return values.every((value) => typeof value === 'string') ? { template, values } : undefined;
  }

  /** Whether the library, given the award as it is on record, comes to the same text. */
  async function isConfirmed({ template, values }: Filled, { form, facts }: Known): Promise<boolean> {
    const rest = fillStatements(template.statements, values);
    const isSame = template.statements.head + (rest ?? '') === (await secondOpinion(form, facts));
    if (!isSame) onDoubt('differs', versionOf(facts));
    return isSame;
  }

  async function make(source: TemplateSource, about: Known): Promise<HeldTemplate | undefined> {
    const document = formCalled(about.form).compose(addresses, about.facts);
    const template = await holdTemplate(document, source.slots, canonize, native);
    if (typeof template === 'string') return undefined;
    const values = template.slots.map((slot) => String(valueAt(document, slot)));
    return (await isConfirmed({ template, values }, about)) ? template : undefined;
  }

  function learn(form: CredentialForm, about: Known): void {
    const { template: source } = form;
    if (!source) return;
    const made = () =>
      make(source, about).catch((error: unknown) => {
        onDoubt('not-compared', versionOf(about.facts));
        throw error;
      });
    templates.learn(about.key, addressOf(about.facts), made);
  }

  const addressOf = ({ institution, microcredentialSlug, version }: CredentialFacts) =>
    addresses.version(institution.slug, microcredentialSlug, version.number);

  /** In the background: what was signed stays signed, and nothing more is signed by a template that is wrong. */
  function sample(filled: Filled, about: Known): void {
    signedByTemplate += 1;
    if (signedByTemplate % sampleOf !== 0) return;
    isConfirmed(filled, about)
      .then((isSame) => isSame || templates.drop(about.key))
      .catch(() => onDoubt('not-compared', versionOf(about.facts)));
  }

  return {
    draft,
    async secure(formId: string, drafted: Draft, held: HeldParts, partsOf: () => SecuringParts): Promise<Bytes> {
      const form = formCalled(formId);
      const about = known.get(drafted);
      const fast = about?.filled && (await secureFilled(about.filled, held));
      if (fast && about.filled) {
        sample(about.filled, about);
        return fast;
      }
      const bytes = await form.secure(JSON.parse(drafted.text) as JsonObject, partsOf());
      if (about && !about.filled) learn(form, about);
      return bytes;
    },
  };
}
