import { LRUCache } from 'lru-cache';
import type { JsonObject } from '../../services/ports/index.ts';
import type { HeldTemplate } from './held-template.ts';
import { matches } from './pattern.ts';

/** A document that a template makes of these values. */
export type Filled = Readonly<{ template: HeldTemplate; values: readonly string[] }>;

/** What makes a template: asynchronous, and undefined where none can be made or it was found wrong. */
type Make = () => Promise<HeldTemplate | undefined>;

export interface Templates {
  /** By everything but the slots. */
  find(key: string): HeldTemplate | undefined;
  /** The template that makes this document, among those of its subject. */
  recognise(subject: string, document: JsonObject): Filled | undefined;
  /** Makes one in the background; what cannot be made is not tried again, what fails is. */
  learn(key: string, subject: string, make: Make): void;
  /** It is never used again. */
  drop(key: string): void;
  /** When nothing is being made. */
  settled(): Promise<void>;
}

/** About 0.1 MB each. */
const most = 300;
/** Of one version: its languages and legal forms, and how its people were examined. */
const mostOfSubject = 24;

export function createTemplates(): Templates {
  const refused = new LRUCache<string, true>({ max: 2_000 });
  const bySubject = new Map<string, Map<string, HeldTemplate>>();
  const subjects = new Map<string, string>();
  const underWay = new Map<string, Promise<void>>();

  function forget(key: string): void {
    const subject = subjects.get(key) ?? '';
    subjects.delete(key);
    const ofSubject = bySubject.get(subject);
    ofSubject?.delete(key);
    if (ofSubject?.size === 0) bySubject.delete(subject);
  }
  const byKey = new LRUCache<string, HeldTemplate>({ max: most, dispose: (_, key) => forget(key) });

  function keep(key: string, subject: string, template: HeldTemplate): void {
    const ofSubject = bySubject.get(subject) ?? new Map<string, HeldTemplate>();
    const [oldest] = ofSubject.keys();
    if (ofSubject.size >= mostOfSubject && oldest !== undefined) byKey.delete(oldest);
    byKey.set(key, template);
    subjects.set(key, subject);
    bySubject.set(subject, ofSubject.set(key, template));
  }

  async function make(key: string, subject: string, made: Promise<HeldTemplate | undefined>): Promise<void> {
    const template = await made.catch(() => 'fault' as const);
    if (template === 'fault') return;
    if (template && !refused.has(key)) keep(key, subject, template);
    else refused.set(key, true);
  }

  return {
    find: (key) => byKey.get(key),
    recognise(subject, document) {
      for (const template of bySubject.get(subject)?.values() ?? []) {
        const values: string[] = [];
        if (matches(template.pattern, document, values)) return { template, values };
      }
      return undefined;
    },
    learn(key, subject, how) {
      if (byKey.has(key) || refused.has(key) || underWay.has(key)) return;
      const making = make(key, subject, how()).finally(() => underWay.delete(key));
      underWay.set(key, making);
    },
    drop(key) {
      refused.set(key, true);
      byKey.delete(key);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
