import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';

/** A document for search engines, in the head of a page. */
export const LinkedData: FC<Readonly<{ document: unknown }>> = ({ document }) => (
  <script type="application/ld+json">{raw(asScriptData(document))}</script>
);

/** JSON that cannot end the element it stands in, whatever a text in it says. */
const asScriptData = (document: unknown): string =>
  JSON.stringify(document).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
