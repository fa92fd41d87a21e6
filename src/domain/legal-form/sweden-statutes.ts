import type { Citation } from './rule.ts';

const paragraphs =
  (statute: string, url: string) =>
  (paragraph: string): Citation => ({ statute, paragraph, url });

export const hogskolelagen = paragraphs(
  'högskolelagen (1992:1434)',
  'https://open.karnovgroup.se/utbildning/SFS2010-0298',
);
export const hogskoleforordningen = paragraphs(
  'högskoleförordningen (1993:100)',
  'https://open.karnovgroup.se/utbildning/SFS1993-0100',
);
/** 11 kap., added by förordning (2018:1329). */
export const openNetEducation = paragraphs(
  'högskoleförordningen (1993:100)',
  'https://open.karnovgroup.se/utbildning/SFS2018-1329',
);
export const studieavgift = paragraphs(
  'förordningen (2010:543) om anmälningsavgift och studieavgift vid universitet och högskolor',
  'https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/forordning-2010543-om-anmalningsavgift-och_sfs-2010-543/',
);
export const uppdragsutbildning = paragraphs(
  'förordningen (2002:760) om uppdragsutbildning vid universitet och högskolor',
  'https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/forordning-2002760-om-uppdragsutbildning-vid_sfs-2002-760/',
);
export const forvaltningslagen = paragraphs(
  'förvaltningslagen (2017:900)',
  'https://www.du.se/sv/medarbetarwebb/forska-och-utbilda/utbildningsadministration/under-studierna/rattelse--omprovning-av-betyg/',
);
/** When a decision that favours somebody is changed to their disadvantage, as dir. 2019:11 tells it. */
export const againstTheHolder = paragraphs('förvaltningslagen (2017:900)', 'https://lagen.nu/dir/2019:11');
