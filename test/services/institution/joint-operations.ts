import type { Operation } from './operations.ts';
import { nowhere, page } from './subjects.ts';

const decision = { ground: 'board-decision' };

/** Of courses that institutions give together; partnerships of others are tried in ../catalogue/joint and over HTTP. */
export const jointOperations: Readonly<Record<string, Operation>> = {
  'partners.invite': {
    call: ({ partners }, actor, slug, { code }) => partners.invite(actor, slug, code, 'koesaari', true),
    absent: 'not-found',
  },
  'partners.takeBack': {
    call: ({ partners }, actor, slug, { code }) => partners.takeBack(actor, slug, code, 'koesaari'),
    absent: 'not-found',
  },
  'partners.list': {
    call: ({ partners }, actor, slug, { code }) => partners.list(actor, slug, code),
    absent: 'not-found',
    reads: true,
  },
  'partnerships.list': {
    call: ({ partnerships }, actor, slug) => partnerships.list(actor, slug, page),
    absent: 'list',
    reads: true,
  },
  'partnerships.read': {
    call: ({ partnerships }, actor, slug) => partnerships.read(actor, slug, nowhere),
    absent: 'not-found',
    reads: true,
  },
  'partnerships.edit': {
    call: ({ partnerships }, actor, slug) => partnerships.edit(actor, slug, nowhere, '*', {}),
    absent: 'not-found',
  },
  'partnerships.decide': {
    call: ({ partnerships }, actor, slug) =>
      partnerships.decide(actor, slug, nowhere, '*', { outcome: 'agreed', decision }),
    absent: 'not-found',
  },
  'partnerships.leave': {
    call: ({ partnerships }, actor, slug) => partnerships.leave(actor, slug, nowhere),
    absent: 'not-found',
  },
};
