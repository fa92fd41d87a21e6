import type { ErasedRows } from '../../../services/ports/index.ts';
import { listed } from '../columns.ts';
import type { Commands } from '../command.ts';

export const learnerCommands: Commands = {
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
          ? 'results, awards and the name on them stay: they are archived'
          : 'decisions and audit events stay, and hold ids alone',
      ];
    },
  },
};

const counted = ({ table, emptied, deleted }: ErasedRows) => ({
  table,
  emptied: String(emptied),
  deleted: String(deleted),
});
