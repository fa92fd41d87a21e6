import { pngOf } from '../../samples/images.ts';
import type { Sent } from './client.ts';

/** An image as it is uploaded. */
export const sentImage = (body: BodyInit = pngOf(64, 32), type = 'image/png'): Sent => ({
  body,
  headers: { 'Content-Type': type },
});
