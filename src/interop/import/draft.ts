import type { Violation } from '../../domain/shared/errors.ts';
import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import type { ImportDocument } from './document.ts';

/** What a draft can take over, and a note on each thing that it cannot or that somebody should look at. */
export type ImportedDraft = Readonly<{ content: MicrocredentialContent; notes: readonly Violation[] }>;

/** No format of others says under which law a course is given: somebody has to choose. */
export function legalFormsOf({ notes }: Pick<ImportDocument, 'notes'>): readonly ['other'] {
  notes.add(
    '#',
    'Under which legal form the course is given is not in the document: “other” was written. Choose the forms, or say why none fits.',
  );
  return ['other'];
}
