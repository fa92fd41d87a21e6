import type { CredentialFacts } from '../../services/ports/index.ts';

/** What is composed of these facts at a service of this origin, in canonical form. */
export type Question = Readonly<{ id: number; base: string; form: string; facts: CredentialFacts }>;
/** Without text where it could not be worked out. */
export type Answer = Readonly<{ id: number; text?: string }>;
