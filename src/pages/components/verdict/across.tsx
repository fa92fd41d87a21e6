import type { FC } from 'hono/jsx';

/** The word that lies across what must no longer be shown as if it held, with the day: on the screen and on paper. */
export const Across: FC<Readonly<{ word: string; day: string | undefined }>> = ({ word, day }) => (
  <p class="across">
    <span>
      <strong>{word}</strong>
      {day && <small>{day}</small>}
    </span>
  </p>
);
