import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonLimits } from '../../src/domain/shared/json-limits.ts';
import { readConfig } from '../../src/runtime/config.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const proxies = ['deploy/Caddyfile', 'deploy/nginx.conf'];
const variables = [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);

describe('deploy', () => {
  test('the container is built and run with the Node that the project is tested with', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } };
    const [, major] = /(\d+)/.exec(devDependencies.node) ?? [];
    const bases = [...read('deploy/Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(bases).toEqual(Array(2).fill(`node:${major}-bookworm-slim`));
  });

  test('what the repository leaves out stays out of the container too', () => {
    const lines = (path: string) =>
      read(path)
        .split('\n')
        .flatMap((line) => line.replace(/^\/|\/$/g, '') || []);
    expect(lines('.dockerignore')).toEqual(expect.arrayContaining([...lines('.gitignore'), '.git']));
  });

  test('the container gives up root before anything of ours runs', () => {
    expect(read('deploy/Dockerfile')).toMatch(/^USER node\n[\s\S]*^CMD /m);
  });

  test.each(['deploy/Dockerfile', 'deploy/mikromerit.service'])('%s sets only variables that are read', (path) => {
    const set = [...read(path).matchAll(/^(?:ENV|Environment=) ?(.*)$/gm)].flatMap(([, text = '']) =>
      [...text.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name),
    );
    expect(set).toEqual(expect.arrayContaining(['DATA_DIR', 'PORT']));
    for (const name of set) expect(['NODE_ENV', ...variables]).toContain(name);
  });

  test.each(proxies)('%s reaches the port that the service has by default', (path) => {
    expect(read(path)).toContain(`127.0.0.1:${readConfig({}).port}`);
  });

  test.each(proxies)('%s lets pass what the service takes, and compresses nothing', (path) => {
    const [, megabytes] = /(?:max_size|client_max_body_size) (\d+)M/i.exec(read(path)) ?? [];
    expect(Number(megabytes) * 1_000_000).toBeGreaterThan(jsonLimits.bytes);
    expect(read(path)).not.toMatch(/^\s*(encode\b|gzip on)/m);
  });

  test('nginx sets the address of the visitor, and does not append to what the visitor says', () => {
    const config = read('deploy/nginx.conf');
    expect(config).toMatch(/X-Forwarded-For \$remote_addr;/);
    expect(config).not.toContain('$proxy_add_x_forwarded_for');
  });

  test('each example is said to be tried, or not', () => {
    const sections = read('deploy/README.md').split(/^## /m).slice(1);
    const examples = readdirSync(join(root, 'deploy')).filter((name) => name !== 'README.md');
    for (const name of examples) {
      const section = sections.find((text) => text.includes(`](${name})`));
      expect(section, name).toMatch(/\*\*(Tried|Not tried)\*\*/);
    }
  });
});
