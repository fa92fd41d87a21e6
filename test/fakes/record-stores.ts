import type { AuditLog, Decisions, IdempotencyKeys, Settings } from '../../src/services/ports/index.ts';
import { at, clone, type Tables } from './tables.ts';

type Now = () => Tables;

export const createDecisions = (tables: Now): Decisions => ({
  async insert(decision) {
    tables().decisions.set(at(decision.institutionId, decision.id), clone(decision));
  },
  async find(institutionId, id) {
    return clone(tables().decisions.get(at(institutionId, id)));
  },
});

const beginning = { sequence: 0, hash: '0'.repeat(64) };

export const createAuditLog = (tables: Now): AuditLog => {
  const of = (institutionId: string) =>
    [...tables().audit.values()]
      .filter((event) => event.institutionId === institutionId)
      .sort((one, other) => one.sequence - other.sequence);
  return {
    async lockHead(institutionId) {
      const { sequence, hash } = of(institutionId).at(-1) ?? beginning;
      return { sequence, hash };
    },
    async append(event) {
      const head = of(event.institutionId).at(-1) ?? beginning;
      if (event.sequence !== head.sequence + 1 || event.previousHash !== head.hash) {
        throw new Error(`audit event ${event.sequence} does not follow the head of its chain`);
      }
      tables().audit.set(at(event.institutionId, event.sequence), clone(event));
    },
    async head(institutionId) {
      const last = of(institutionId).at(-1) ?? beginning;
      return { sequence: last.sequence, hash: last.hash, last: last.sequence };
    },
    async list(institutionId, after = 0, limit = 1000) {
      return clone(
        of(institutionId)
          .filter(({ sequence }) => sequence > after)
          .slice(0, limit),
      );
    },
  };
};

export const createIdempotencyKeys = (tables: Now): IdempotencyKeys => ({
  async claim(institutionId, keyDigest, _requestDigest, moment, since) {
    const key = at(institutionId, keyDigest);
    const standing = tables().replies.get(key);
    if (standing?.reply && standing.at >= since) {
      if (standing.at > moment) tables().replies.set(key, { ...standing, at: moment });
      return clone(standing.reply);
    }
    tables().replies.set(key, { at: moment });
    return undefined;
  },
  async remember(institutionId, keyDigest, reply) {
    const key = at(institutionId, keyDigest);
    const claimed = tables().replies.get(key);
    if (!claimed) throw new Error('nobody claimed this key');
    tables().replies.set(key, { ...claimed, reply: clone(reply) });
  },
});

export const createSettings = (tables: Now): Settings => ({
  async get(name) {
    return tables().settings.get(name);
  },
  async keep(name, value) {
    const standing = tables().settings.get(name) ?? value;
    tables().settings.set(name, standing);
    return standing;
  },
});
