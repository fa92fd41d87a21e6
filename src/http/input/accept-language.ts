import { parseAccept } from 'hono/utils/accept';

/**
 * The language to answer in: the most wanted of those that are spoken, by the lookup of RFC 4647 §3.4, which shortens a
 * tag until one matches. `hono/accepts` compares whole tags, so that `fi-FI` would not find `fi`. What has a weight of
 * zero is not wanted (RFC 9110 §12.4.2), and `*` names none.
 */
export function languageFor<Tag extends string>(
  acceptLanguage: string | undefined,
  spoken: readonly Tag[],
  otherwise: Tag,
): Tag {
  const ranges = parseAccept(acceptLanguage ?? '').filter(({ q }) => q > 0);
  for (const { type } of ranges) {
    const parts = type.toLowerCase().split('-').slice(0, mostParts);
    for (let length = parts.length; length > 0; length -= 1) {
      const tag = parts.slice(0, length).join('-');
      const found = spoken.find((each) => each === tag);
      if (found !== undefined) return found;
    }
  }
  return otherwise;
}

/** No tag that is spoken has more parts. Without a limit a long tag would take time that grows with its square. */
const mostParts = 3;
