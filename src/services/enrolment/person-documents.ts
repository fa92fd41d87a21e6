import { DomainError } from '../../domain/shared/errors.ts';
import { institutionCalled } from '../institution/access.ts';
import type { PersonDocument, Ports } from '../ports/index.ts';

/** `isPublic`: anybody may ask for them (tryckfrihetsförordningen 2 kap., julkisuuslaki 9 §), and secrecy is weighed. */
export type PersonDocuments = Readonly<{
  isPublic: boolean;
  isProtected: boolean;
  documents: readonly PersonDocument[];
}>;

/** What an institution has on record of a person, for whoever asks and may know (GDPR art. 15). */
export const createPersonDocuments = ({ stores }: Pick<Ports, 'stores'>) => ({
  async list(slug: string, learnerId: string): Promise<PersonDocuments> {
    const { id, publicRecordsDuty: isPublic } = await institutionCalled(slug, stores);
    const own = await stores.learners.find(id, learnerId, { seesProtected: true });
    const hostId = own ? id : await stores.erasure.hostOf(id, learnerId);
    const learner =
      own ??
      (hostId === undefined ? undefined : await stores.learners.find(hostId, learnerId, { seesProtected: true }));
    if (!learner) throw new DomainError('not-found', `${slug} has no learner with the id ${learnerId}.`);
    const documents = await stores.learners.documents(id, learnerId);
    return { isPublic, isProtected: learner.protected, documents };
  },
});
