import type { FC } from 'hono/jsx';
import type { Outcome, Verdict } from '../../../domain/verification/verification.ts';

type Tone = 'good' | 'bad' | 'unsure' | 'ended';
type Shape = Readonly<{ tone: Tone; outline: string; mark: string }>;

const circle = 'M24 2a22 22 0 1 1 0 44a22 22 0 1 1 0-44z';
const octagon = 'M15 2h18l13 13v18l-13 13h-18l-13-13v-18z';
const triangle = 'M24 3l22.5 41h-45z';
const square = 'M4 4h40v40h-40z';
const cross = 'M16 16l16 16M32 16l-16 16';
const tick = 'M13 25l8 8l14-17';
const question = 'M19.5 22.5c0-6 9-6 9-.8c0 3.6-4.5 3.7-4.5 7.8M24 36v.6';

/** One outline per meaning, so that neither colour nor word is needed to tell them apart. */
export const verdictShapes: Readonly<Record<Verdict, Shape>> = {
  valid: { tone: 'good', outline: circle, mark: tick },
  malformed: { tone: 'unsure', outline: 'M4 4h29l11 11v29h-40z', mark: 'M14 20h20M14 29h12' },
  invalid: { tone: 'bad', outline: octagon, mark: cross },
  revoked: { tone: 'bad', outline: circle, mark: 'M12 24h24' },
  suspended: { tone: 'unsure', outline: square, mark: 'M18 14v20M30 14v20' },
  undetermined: { tone: 'unsure', outline: triangle, mark: question },
  expired: { tone: 'ended', outline: 'M8 3h32v8l-11 13l11 13v8h-32v-8l11-13l-11-13z', mark: 'M18 39h12' },
  notYetValid: { tone: 'ended', outline: circle, mark: 'M24 11v14l9 6' },
};

export const outcomeShapes: Readonly<Record<Outcome, Shape>> = {
  passed: verdictShapes.valid,
  failed: verdictShapes.invalid,
  unknown: verdictShapes.undetermined,
  notApplicable: { tone: 'ended', outline: 'M14 4h20l10 20l-10 20h-20l-10-20z', mark: 'M17 24h14' },
};

/** A filled outline in the colour of its surroundings with the mark cut out of it. */
export const Drawn: FC<Readonly<{ shape: Shape; id: string }>> = ({ shape, id }) => (
  <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
    <mask id={id}>
      <path d={shape.outline} fill="#fff" />
      <path d={shape.mark} fill="none" stroke="#000" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" />
    </mask>
    <path d={shape.outline} fill="currentColor" mask={`url(#${id})`} />
  </svg>
);
