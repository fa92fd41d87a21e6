import { listed } from '../columns.ts';
import type { Commands } from '../command.ts';

export const retentionCommands: Commands = {
  'retention run': {
    parameters: ['[INSTITUTION]', '[--before DATE]', '[--dry-run]'],
    purpose:
      'delete what has outlived its time; with --before also the e-mail addresses of those whose last offering ended before DATE',
    async run({ retention }, { args: [slug], options }) {
      const isTrial = '--dry-run' in options;
      const done = await retention.run(slug, options['--before'], isTrial);
      const rows = done.map((each) => ({
        institution: each.slug,
        'idempotency keys deleted': String(each.keysDeleted),
        'e-mail addresses emptied': String(each.addressesEmptied),
      }));
      return [...(isTrial ? ['nothing was changed; this would go:'] : []), ...listed(rows, 'there is no institution')];
    },
  },
};
