/**
 * Loaded before the service (`node --import`): the first signature is made and never returned, so that the process can
 * be killed just there. Nothing of this is in the service itself.
 */
const { subtle } = crypto;
const sign = subtle.sign.bind(subtle);

subtle.sign = async (algorithm, ...input) => {
  const signature = await sign(algorithm, ...input);
  // Logging in to PostgreSQL signs too, with HMAC.
  if (algorithm !== 'Ed25519') return signature;
  process.stdout.write(`a signature is made: ${Buffer.from(signature).toString('hex')}\n`);
  return new Promise(() => undefined);
};
