// Plain JavaScript on purpose: it must run, and speak, on any Node.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    'mikromerit needs Node 24 or newer, and this is ' +
      process.version +
      '. `npm ci` brings one with it: run the service through npm scripts (npm start), which put it first on the PATH.',
  );
  process.exit(1);
}
