/** The work, unless the signal comes first: then what it says is thrown, and what the work does later is of no account. */
export async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop: (() => void) | undefined;
  const end = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
