/** The second thing that an entry point imports: whatever comes after it may need this Node, and say so less plainly. */
const needed = 24;

if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `mikromerit needs Node ${needed} or newer, and this is ${process.version}. In the source tree npm start brings one.\n`,
  );
  process.exit(1);
}

export {};
