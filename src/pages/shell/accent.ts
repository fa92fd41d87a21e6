type Colour = readonly [red: number, green: number, blue: number];

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];
/** The lightest and darkest grounds of style/base.css that an accent stands on, and what stands on an accent. */
const schemes = {
  light: { ground: [242, 245, 246], towards: black, on: '#fff' },
  dark: { ground: [27, 34, 40], towards: white, on: '#0c1114' },
} as const;

/** The address of the style sheet of an accent colour; undefined where the colour is not `#rrggbb`. */
export const accentPath = (accent: string | undefined): string | undefined =>
  /^#[0-9a-f]{6}$/i.test(accent ?? '') ? `/assets/accent/${accent?.slice(1).toLowerCase()}.css` : undefined;

/** One custom property in a light and a dark variant, each with enough contrast for text (WCAG 2.2 §1.4.3). */
export function accentStyle(hex: string): string {
  const accent: Colour = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
  const rule = ({ ground, towards, on }: (typeof schemes)['light' | 'dark']) =>
    `:root{--accent:${written(readable(accent, ground, towards))};--on-accent:${on}}`;
  return `${rule(schemes.light)}@media screen and (prefers-color-scheme:dark){${rule(schemes.dark)}}`;
}

/** The colour itself where it is readable on the ground, otherwise mixed with black or white until it is. */
function readable(colour: Colour, ground: Colour, towards: Colour): Colour {
  for (let share = 0; share <= 1; share += 0.02) {
    const mixed = colour.map((part, at) => Math.round(part + (towards[at]! - part) * share)) as unknown as Colour;
    if (contrast(mixed, ground) >= 4.8) return mixed;
  }
  return towards;
}

/** Contrast ratio and relative luminance as WCAG defines them. */
export function contrast(a: Colour, b: Colour): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const written = (colour: Colour): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
