/** Hours as xsd:duration, `PT80H`; parts of an hour as minutes and seconds, which alone may have decimals. */
export function durationOf(hours: number): string {
  const hundredths = Math.round(hours * 360_000);
  const whole = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6000);
  const seconds = (hundredths % 6000) / 100;
  const parts = [whole > 0 ? `${whole}H` : '', minutes > 0 ? `${minutes}M` : '', seconds > 0 ? `${seconds}S` : ''].join(
    '',
  );
  return `PT${parts === '' ? '0H' : parts}`;
}

/** Undefined for a duration that is not in hours, minutes and seconds: a month has no number of hours. */
export function hoursOf(duration: unknown): number | undefined {
  const parts =
    typeof duration === 'string'
      ? /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration)
      : null;
  if (!parts || duration === 'P' || parts[0].endsWith('T') || parts[1] !== undefined) return undefined;
  const [, , hours = '0', minutes = '0', seconds = '0'] = parts;
  return Math.round((Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600) * 10_000) / 10_000;
}
