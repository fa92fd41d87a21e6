import { Hono } from 'hono';
import { assets } from '../../generated/assets.ts';
import { accentStyle } from './accent.ts';

/** Style sheet, fonts and icon: their names carry their digest, so they may be kept for ever. */
export function createAssetRoutes(): Hono {
  const routes = new Hono();
  const kept = { 'Cache-Control': 'public, max-age=31536000, immutable' };
  routes.get('/assets/accent/:file{[0-9a-f]{6}\\.css}', (c) =>
    c.body(accentStyle(c.req.param('file').slice(0, 6)), 200, { ...kept, 'Content-Type': 'text/css; charset=utf-8' }),
  );
  routes.get('/assets/:file', (c) => {
    const { pathname } = new URL(c.req.url);
    const asset = Object.hasOwn(assets, pathname) ? assets[pathname] : undefined;
    if (!asset) return c.notFound();
    const bytes = Uint8Array.from(atob(asset.base64), (character) => character.charCodeAt(0));
    return c.body(bytes, 200, { ...kept, 'Content-Type': asset.type });
  });
  return routes;
}
