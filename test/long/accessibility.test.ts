/** What axe sees of every page in every language; the everyday run shows it each page in one or two. */
process.env['AXE'] ??= 'everywhere';
await import('../browser/results.test.ts');
await import('../browser/main-path.test.ts');
