import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** A line of the text format of Prometheus: `name{label="value"} 1`. */
export type Sample = Readonly<{ name: string; labels: Readonly<Record<string, string>>; value: number }>;
export type Scrape = Readonly<{ text: string; samples: readonly Sample[]; types: Readonly<Record<string, string>> }>;

const sampleLine = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const labelPair = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"(?:,|$)/y;

/** Reads what was scraped; throws at the first line that is not of the format. */
export function parse(written: string): Scrape {
  if (!written.endsWith('\n')) throw new Error('The last line does not end.');
  const types: Record<string, string> = {};
  const samples: Sample[] = [];
  for (const line of written.split('\n').filter((each) => each !== '')) {
    const [, name, type] = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line) ?? [];
    if (name !== undefined && type !== undefined) types[name] = type;
    else if (!/^# HELP \S+ \S/.test(line)) samples.push(parseSample(line, types));
  }
  return { text: written, samples, types };
}

function parseSample(line: string, types: Readonly<Record<string, string>>): Sample {
  const [, name = '', labels = '', value = ''] = sampleLine.exec(line) ?? [];
  const number = value === 'Nan' ? NaN : Number(value);
  const isTyped = name in types || name.replace(/_(bucket|sum|count)$/, '') in types;
  if (!isTyped || (Number.isNaN(number) && !/^nan$/i.test(value))) throw new Error(`This is no sample: ${line}`);
  return { name, labels: parseLabels(labels), value: number };
}

function parseLabels(text: string): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  labelPair.lastIndex = 0;
  for (let read = 0; read < text.length; read = labelPair.lastIndex) {
    const [, name, value] = labelPair.exec(text) ?? [];
    if (name === undefined || value === undefined || name in labels) throw new Error(`These are no labels: ${text}`);
    labels[name] = value;
  }
  return labels;
}

/** On a connection of its own, which the other side cannot have closed in the meantime. */
export async function scrape(port: number): Promise<Scrape> {
  const outgoing = request({ host: '127.0.0.1', port, path: '/metrics', agent: false }).end();
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  const { statusCode, headers } = incoming;
  if (statusCode !== 200 || !headers['content-type']?.startsWith('text/plain; version=0.0.4'))
    throw new Error(`The scrape was answered with ${statusCode}, ${headers['content-type']}`);
  return parse(await text(incoming));
}

/** The value of a sample with these labels among others; 0 where there is none. */
export const valueOf = ({ samples }: Scrape, name: string, labels: Readonly<Record<string, string>> = {}): number =>
  samples.find(
    (sample) =>
      sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
  )?.value ?? 0;
