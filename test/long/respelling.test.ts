/** The property of the everyday run, ten times as often. */
process.env['RUNS'] ??= '1000';
await import('../credentials/document/respelling.test.ts');
