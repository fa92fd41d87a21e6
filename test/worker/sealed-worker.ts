import '../../src/runtime/sealed-prototypes.ts';

const tries: Readonly<Record<string, () => unknown>> = {
  prototype: () => ((Object.prototype as Record<string, unknown>)['@id'] = 1),
  constructor: () => ((Object as unknown as Record<string, unknown>)['@id'] = 1),
  toString: () => ((Object.prototype.toString as unknown as Record<string, unknown>)['@id'] = 1),
  keys: () => ((Object.keys as unknown as Record<string, unknown>)['@id'] = 1),
};

/** Says what could be written into what all objects share. */
const worker = {
  fetch(): Response {
    const written = Object.entries(tries).filter(([, write]) => {
      try {
        write();
        return true;
      } catch {
        return false;
      }
    });
    return Response.json({ isSealed: Object.isSealed(Object.prototype), written: written.map(([name]) => name) });
  },
};
export { worker as default };
