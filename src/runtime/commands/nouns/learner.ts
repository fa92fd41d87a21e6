import type { ErasedRows } from '../../../services/ports/index.ts';
import { listed } from '../columns.ts';
import type { Commands } from '../command.ts';

export const learnerCommands: Commands = {
  'learner documents': {
    parameters: ['INSTITUTION', 'LEARNER_ID', '[--json]'],
    purpose: 'list what is on record of a person, and who may ask for it (docs/data-protection.md)',
    async run({ personDocuments }, { args: [slug = '', learnerId = ''], options }) {
      const { documents, isPublic, isProtected } = await personDocuments.list(slug, learnerId);
      const rows = documents.map(({ kind, date, id }) => ({ date, kind, id }));
      const found = listed(rows, 'nothing but the person', options, documents);
      return '--json' in options ? found : [...found, whoMayAsk(isPublic, isProtected)];
    },
  },
  'learner erase': {
    parameters: ['INSTITUTION', 'LEARNER_ID', '[--dry-run]'],
    purpose: 'erase a person, all but what is archived (docs/data-protection.md); --dry-run says what would go',
    async run({ erasing }, { args: [slug = '', learnerId = ''], options }) {
      const isTrial = '--dry-run' in options;
      const { isArchived, tables } = await erasing.erase(slug, learnerId, isTrial);
      return [
        isTrial ? `nothing was changed; of ${learnerId} this would go:` : `erased ${learnerId}:`,
        ...listed(tables.map(counted), ''),
        isArchived
          ? 'results, awards and the name on them stay: they are archived, or another institution awarded on them'
          : 'decisions and audit events stay, and hold ids alone',
      ];
    },
  },
};

function whoMayAsk(isPublic: boolean, isProtected: boolean): string {
  if (!isPublic) return 'only the person may ask for them: the institution has no duty to give out its records';
  return isProtected
    ? 'anybody may ask for them; the person is under protection, so assess secrecy before you give anything out'
    : 'anybody may ask for them; assess secrecy before you give anything out';
}

const counted = ({ table, emptied, deleted }: ErasedRows) => ({
  table,
  emptied: String(emptied),
  deleted: String(deleted),
});
