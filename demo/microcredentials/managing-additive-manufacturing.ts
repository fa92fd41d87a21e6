import { fjallsjo, fjallsjoQuality, instituteOutside, skargarden, skargardenQuality, zeroToFive } from './common.ts';
import type { DemoMicrocredential } from './microcredential.ts';

/** Joint: both institutions award it; the Finnish one runs and registers it. */
export const managingAdditiveManufacturing = {
  slug: 'managing-additive-manufacturing',
  institution: 'skargarden',
  partners: ['fjallsjo'],
  ownerUnit: 'TEK',
  reviewBy: '2027-04-30',
  target: 'published',
  content: {
    title: {
      sv: 'Att leda additiv tillverkning',
      fi: 'Ainetta lisäävän valmistuksen johtaminen',
      en: 'Managing Additive Manufacturing',
    },
    description: {
      sv: 'Fortbildningen riktar sig till erfarna ingenjörer som ska införa eller leda additiv tillverkning (3D-utskrift) i industrin. Du jämför processer och material, räknar på kostnader och planerar hela kedjan från konstruktion till kvalitetskontroll. Fortbildningen ges gemensamt av Skärgårdens demouniversitet, Fjällsjö demohögskola och Demoinstitutet för tillverkning, på nätet och med två laborationsdagar på plats.',
      fi: 'Täydennyskoulutus on tarkoitettu kokeneille insinööreille, jotka ottavat käyttöön tai johtavat ainetta lisäävää valmistusta (3D-tulostusta) teollisuudessa. Vertailet prosesseja ja materiaaleja, lasket kustannuksia ja hahmottelet koko ketjun tuotesuunnittelusta laadunvalvontaan. Koulutuksen järjestävät yhdessä Saariston demoyliopisto, Fjällsjön demokorkeakoulu ja Valmistuksen demoinstituutti verkossa, ja siihen kuuluu kaksi laboratoriopäivää paikan päällä.',
      en: 'For experienced engineers who are to introduce or lead additive manufacturing (3D printing) in industry. You compare processes and materials, calculate costs and plan the whole chain from design to quality control. The course is given jointly by Archipelago Demo University, Fjällsjö Demo University College and the Demo Institute of Manufacturing, online and with two days in the laboratory.',
    },
    learningOutcomes: [
      {
        type: 'knowledge',
        text: {
          sv: 'Jämföra de vanligaste additiva processerna i fråga om material, precision och kostnad',
          fi: 'Verrata tavallisimpia ainetta lisääviä prosesseja materiaalien, tarkkuuden ja kustannusten kannalta',
          en: 'Compare the most common additive processes in terms of material, precision and cost',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Avgöra vilka komponenter i ett sortiment som lämpar sig för additiv tillverkning och motivera valet',
          fi: 'Ratkaista, mitkä valikoiman komponentit soveltuvat ainetta lisäävään valmistukseen, ja perustella valinnan',
          en: 'Decide which components of a range are suited to additive manufacturing and give reasons for the choice',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Konstruera om en komponent för additiv tillverkning',
          fi: 'Suunnitella komponentin uudelleen ainetta lisäävää valmistusta varten',
          en: 'Redesign a component for additive manufacturing',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Planera kvalitetskontroll och arbetarskydd för en tillverkningskedja',
          fi: 'Suunnitella valmistusketjun laadunvalvonnan ja työsuojelun',
          en: 'Plan quality control and occupational safety for a production chain',
        },
      },
    ],
    workload: { hours: 135, ects: 5 },
    level: { eqf: 7 },
    cycle: 'second',
    assessmentTypes: ['project-work', 'written-examination', 'peer-review'],
    participation: {
      modes: ['blended', 'project-based'],
      activities: ['e-learning-coursework', 'lab-simulation-practice-coursework'],
    },
    qualityAssurance: [skargardenQuality, fjallsjoQuality],
    fields: ['0715', '0413'],
    languages: ['en'],
    prerequisites: {
      sv: 'Diplomingenjörsexamen, ingenjörsexamen (YH) eller motsvarande kunnande, samt minst två års arbetserfarenhet inom konstruktion eller produktion. Undervisningen ges på engelska.',
      fi: 'Diplomi-insinöörin tutkinto, insinöörin tutkinto (AMK) tai vastaava osaaminen sekä vähintään kahden vuoden työkokemus suunnittelusta tai tuotannosta. Opetuskieli on englanti.',
      en: 'A degree in engineering or equivalent knowledge, and at least two years’ work experience in design or production. The language of instruction is English.',
    },
    supervision: { type: 'supervised-with-id', place: 'onsite' },
    gradingScheme: zeroToFive,
    stackability: {
      kind: 'can-be-part-of',
      statement: {
        sv: 'Studieprestationen kan ingå i fördjupade studier i produktionsteknik. Den högskola där examen avläggs beslutar om tillgodoräknande.',
        fi: 'Opintosuoritus voi sisältyä tuotantotekniikan syventäviin opintoihin. Hyväksilukemisesta päättää korkeakoulu, jossa tutkinto suoritetaan.',
        en: 'The course can be part of second-cycle studies in production engineering. The institution that awards the degree decides on recognition.',
      },
    },
    furtherInformation: {
      sv: 'Deltagaravgiften täcker undervisning och laborationer, men inte resor och logi.',
      fi: 'Osallistumismaksu kattaa opetuksen ja laboratoriotyöt mutta ei matkoja eikä majoitusta.',
      en: 'The fee covers teaching and laboratory work, but not travel and accommodation.',
    },
    homepage: 'https://demo.invalid/skargarden/managing-additive-manufacturing',
    awardingBodies: [skargarden, fjallsjo, instituteOutside],
    legalForms: ['fi-continuing-education'],
    opportunityType: 'short-learning-programme',
  },
} satisfies DemoMicrocredential;
