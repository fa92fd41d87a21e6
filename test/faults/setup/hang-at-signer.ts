/**
 * Loaded before the service (`node --import`): the first signature of a signer elsewhere is never asked for (HANG_AT is
 * `before`), or it came and is never stored (`after`), so that the process can be killed just there. Nothing of this is in
 * the service itself.
 */
const never = new Promise<never>(() => undefined);
const at = process.env['HANG_AT'];
const say = () => process.stdout.write('it hangs at the signer\n');
const { fetch: real } = globalThis;
let isAsked = false;

globalThis.fetch = async (input, init) => {
  const isSigning = typeof input === 'string' && input.includes('/v1/transit/sign/');
  if (!isSigning) return real(input, init);
  if (at === 'before') {
    say();
    return never;
  }
  const response = await real(input, init);
  isAsked = true;
  return response;
};

const { subtle } = crypto;
const verify = subtle.verify.bind(subtle);
// The first that is verified after it came is the signature itself.
subtle.verify = async (...asked) => {
  const holds = await verify(...asked);
  if (at !== 'after' || !isAsked) return holds;
  say();
  return never;
};
