import type { MicrocredentialMessages } from './messages.ts';

export const en: MicrocredentialMessages = {
  course: {
    outcomes: 'Learning outcomes',
    offerings: 'Offerings',
    noOfferings: 'No offering is planned at the moment.',
    record: 'Full description',
    version: 'Version',
    published: 'Published',
    digest: 'Digest',
    digestMeaning: 'A published version never changes. The digest shows that the text is still the same.',
    data: 'Show as data (JSON)',
    otherVersions: 'All versions',
    older: 'There is a newer version of this micro-credential.',
    newest: 'Show the newest version',
    withdrawn: 'This micro-credential is no longer given. Certificates that have been issued are not affected.',
  },
};
