import { skargarden, skargardenQuality, zeroToFive } from './common.ts';
import type { DemoMicrocredential } from './microcredential.ts';

export const materialsInACircularSociety = {
  slug: 'materials-in-a-circular-society',
  institution: 'skargarden',
  ownerUnit: 'TEK',
  reviewBy: '2027-11-30',
  target: 'published',
  content: {
    title: {
      sv: 'Material i ett cirkulärt samhälle',
      fi: 'Materiaalit kiertotalousyhteiskunnassa',
      en: 'Materials in a Circular Society',
    },
    description: {
      sv: 'Vad händer med metall, plast, trä och textil efter användningen, och hur kan de användas igen? Kursen följer fyra material från råvara till återvinning och visar hur val i produktplaneringen avgör vad som går att återvinna. Den avläggs på nätet i egen takt och passar studerande från alla områden.',
      fi: 'Mitä metallille, muoville, puulle ja tekstiilille tapahtuu käytön jälkeen, ja miten niitä voi käyttää uudelleen? Opintojaksolla seurataan neljää materiaalia raaka-aineesta kierrätykseen ja tarkastellaan, miten tuotesuunnittelun valinnat ratkaisevat, mitä voidaan kierrättää. Opintojakso suoritetaan verkossa omaan tahtiin, ja se sopii kaikkien alojen opiskelijoille.',
      en: 'What happens to metal, plastic, wood and textiles after use, and how can they be used again? The course follows four materials from raw material to recycling and shows how choices in product design decide what can be recycled. It is taken online at your own pace and suits students of every field.',
    },
    learningOutcomes: [
      {
        type: 'knowledge',
        text: {
          sv: 'Beskriva ett materials väg från råvara till återvinning och ange var svinn uppstår',
          fi: 'Kuvata materiaalin kulun raaka-aineesta kierrätykseen ja osoittaa, missä hävikkiä syntyy',
          en: 'Describe the path of a material from raw material to recycling and state where losses arise',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Jämföra två material för samma användning med hjälp av en enkel livscykelanalys',
          fi: 'Verrata kahta materiaalia samassa käytössä yksinkertaisen elinkaariarvioinnin avulla',
          en: 'Compare two materials for the same use by means of a simple life-cycle assessment',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Föreslå ändringar i en produkt så att den kan repareras, återanvändas eller återvinnas',
          fi: 'Ehdottaa tuotteeseen muutoksia, joiden ansiosta sen voi korjata, käyttää uudelleen tai kierrättää',
          en: 'Propose changes to a product so that it can be repaired, reused or recycled',
        },
      },
    ],
    workload: { hours: 135, ects: 5 },
    level: { eqf: 6 },
    cycle: 'first',
    assessmentTypes: ['portfolio', 'peer-assessment'],
    participation: { modes: ['online'], activities: ['e-learning-coursework', 'self-motivated-study'] },
    qualityAssurance: [skargardenQuality],
    fields: ['0722', '0712'],
    languages: ['sv', 'fi'],
    prerequisites: {
      sv: 'Inga förkunskaper krävs.',
      fi: 'Esitietoja ei vaadita.',
      en: 'None.',
    },
    supervision: { type: 'unsupervised-without-id', place: 'online' },
    gradingScheme: zeroToFive,
    stackability: {
      kind: 'can-be-part-of',
      statement: {
        sv: 'Studieprestationen kan ingå i helheten Hållbar utveckling, 25 studiepoäng, vid öppna universitetet och kan tillgodoräknas i en examen.',
        fi: 'Opintosuoritus voi sisältyä avoimen yliopiston opintokokonaisuuteen Kestävä kehitys, 25 opintopistettä, ja se voidaan lukea hyväksi tutkinnossa.',
        en: 'The course can be part of the set Sustainable Development, 25 ECTS credits, at the open university and can be recognised in a degree.',
      },
      of: [
        {
          title: {
            sv: 'Hållbar utveckling, 25 sp (öppna universitetet)',
            fi: 'Kestävä kehitys, 25 op (avoin yliopisto)',
            en: 'Sustainable Development, 25 ECTS credits (open university)',
          },
          url: 'https://demo.invalid/skargarden/oppna-universitetet/hallbar-utveckling',
        },
      ],
    },
    furtherInformation: {
      sv: 'Den som vill ha en lugn studieplats kan använda ett kommunalt studiecenter.',
      fi: 'Rauhallista opiskelupaikkaa tarvitseva voi käyttää kunnan opiskelukeskusta.',
      en: 'Those who need a quiet place to study may use a municipal learning centre.',
    },
    homepage: 'https://demo.invalid/skargarden/materials-in-a-circular-society',
    awardingBodies: [skargarden],
    legalForms: ['fi-open-university'],
    syllabus: {
      code: 'TEK-112',
      decisionDate: '2026-01-21',
      url: 'https://demo.invalid/skargarden/laroplan/TEK-112',
    },
    opportunityType: 'course',
  },
} satisfies DemoMicrocredential;
