/** Words for credits in the three languages, and for the paper that only credits give. "Accreditation" is none. */
const words =
  /(?<!ac)credits?(?![a-z])|(?<![\p{L}\p{N}])(ects|hp|sp|op)(?![\p{L}\p{N}])|studiepoäng|opintopiste|poäng|kursbevis/giu;
export const creditWords = (text: string): string[] => [...new Set(text.match(words))];

/** Names of forms have them, to say that there are none. */
const formNames = /utan högskolepoäng|icke poänggivande|ilman opintopisteitä|without credits/gi;

/** What a person reads of a page. */
export const visible = (html: string): string =>
  html
    .replaceAll(/<(style|script)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(formNames, '');

/** Members of a JSON text that are about credits. */
export const creditMembers = (json: string): string[] =>
  (json.match(/"\w+":/g) ?? []).filter((name) => /"(?:credit|ects)/i.test(name));
