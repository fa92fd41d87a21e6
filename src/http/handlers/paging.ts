import type { Page, PageRequest } from '../../services/ports/index.ts';

const defaultLimit = 50;

export const pageRequest = ({ cursor, limit }: { readonly cursor?: string; readonly limit?: string }): PageRequest => ({
  limit: limit === undefined ? defaultLimit : Number(limit),
  ...(cursor !== undefined && { cursor }),
});

export const toPage = <T, R>({ items, next }: Page<T>, represent: (item: T) => R): { items: R[]; next?: string } => ({
  items: items.map(represent),
  ...(next !== undefined && { next }),
});
