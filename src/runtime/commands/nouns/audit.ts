import { DomainError } from '../../../domain/shared/errors.ts';
import type { Commands } from '../command.ts';

export const auditCommands: Commands = {
  'audit check': {
    parameters: ['INSTITUTION'],
    purpose: 'walk the chain of audit events and say whether it is whole',
    async run({ institutions }, { args: [slug = ''] }) {
      const { events, since, firstBroken, lastHash } = await institutions.checkAudit(slug);
      if (firstBroken !== undefined)
        throw new DomainError(
          'state-forbids',
          `The chain is broken at event ${firstBroken}; the ${events} before it follow from one another.`,
        );
      return [
        `${events} events, the chain is whole`,
        ...(since > 0 ? [`${since} of them were written during the check`] : []),
        `hash of event ${events}: ${lastHash}`,
      ];
    },
  },
};
