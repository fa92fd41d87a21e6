/** `run` is timed; `prepare`, before it, is not. */
export type Contender = Readonly<{
  name: string;
  prepare?: (round: number) => unknown;
  run: (round: number) => unknown;
  /** What is counted in its stead, in any unit: the processor time of another process. */
  meter?: () => number | Promise<number>;
}>;
export type Medians = (name: string) => number;

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

const microseconds = () => Number(process.hrtime.bigint()) / 1_000;

/** The median of each, one after the other in every round, so that what else the machine does meets all of them. */
export async function interleave(
  contenders: readonly Contender[],
  { rounds, warmUp }: Readonly<{ rounds: number; warmUp: number }>,
): Promise<Medians> {
  const taken = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const { name, prepare, run, meter = microseconds } of contenders) {
      await prepare?.(round);
      const begun = await meter();
      await run(round);
      const ended = await meter();
      if (round >= warmUp) taken.get(name)?.push(ended - begun);
    }
  }
  return (name) => median(taken.get(name) ?? []);
}
