import { failPass, fjallsjo, fjallsjoQuality } from './common.ts';
import type { DemoMicrocredential } from './microcredential.ts';

export const predictiveMaintenance = {
  slug: 'predictive-maintenance-for-the-basic-industry',
  institution: 'fjallsjo',
  ownerUnit: 'DPT',
  reviewBy: '2027-09-30',
  target: 'published',
  content: {
    title: {
      sv: 'Prediktivt underhåll för basindustrin',
      fi: 'Ennustava kunnossapito perusteollisuudessa',
      en: 'Predictive Maintenance for the Basic Industry',
    },
    description: {
      sv: 'Kursen vänder sig till tekniker och ingenjörer som svarar för drift och underhåll i gruvor, stålverk, pappersbruk och annan processindustri. Deltagarna avläser maskiners tillstånd ur mätdata och planerar underhåll efter behov i stället för efter kalender. Arbetet görs på den egna anläggningen, med gemensamma träffar på ett lärcentrum och handledning på nätet.',
      fi: 'Opintojakso on tarkoitettu teknikoille ja insinööreille, jotka vastaavat käytöstä ja kunnossapidosta kaivoksissa, terästehtaissa, paperitehtaissa ja muussa prosessiteollisuudessa. Osallistujat lukevat koneiden kunnon mittausdatasta ja suunnittelevat kunnossapidon tarpeen eikä kalenterin mukaan. Työ tehdään omassa laitoksessa; yhteiset tapaamiset pidetään kunnan opiskelukeskuksessa, ja ohjaus annetaan verkossa.',
      en: 'The course is for technicians and engineers who are responsible for operation and maintenance in mines, steelworks, paper mills and other process industry. Participants read the condition of machines from measurements and plan maintenance by need instead of by calendar. The work is done at their own plant, with joint meetings at a learning centre and tutoring online.',
    },
    learningOutcomes: [
      {
        type: 'skill',
        text: {
          sv: 'Välja givare och mätpunkter för att följa tillståndet hos en roterande maskin',
          fi: 'Valita anturit ja mittauspisteet pyörivän koneen kunnon seurantaan',
          en: 'Choose sensors and measuring points to follow the condition of a rotating machine',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Analysera tidsserier från driften och identifiera tecken på begynnande fel',
          fi: 'Analysoida käytöstä kertyneitä aikasarjoja ja tunnistaa alkavan vian merkkejä',
          en: 'Analyse time series from operation and identify signs of an incipient fault',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Beräkna återstående livslängd för en komponent och ange hur säker beräkningen är',
          fi: 'Laskea komponentin jäljellä olevan käyttöiän ja ilmoittaa laskelman epävarmuuden',
          en: 'Estimate the remaining life of a component and state how certain the estimate is',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Upprätta en underhållsplan för en del av den egna anläggningen och försvara den inför driftledningen',
          fi: 'Laatia kunnossapitosuunnitelman oman laitoksen osalle ja perustella sen käytöstä vastaavalle johdolle',
          en: 'Draw up a maintenance plan for a part of one’s own plant and defend it before the operations management',
        },
      },
    ],
    workload: { hours: 80, ects: 3 },
    level: { eqf: 7 },
    cycle: 'second',
    depthCode: 'A1N',
    assessmentTypes: ['project-work', 'oral-examination'],
    participation: {
      modes: ['blended', 'work-based'],
      activities: ['workshop-seminar-or-conference', 'job-experience', 'e-learning-coursework'],
    },
    qualityAssurance: [fjallsjoQuality],
    fields: ['0715', '0714'],
    languages: ['sv'],
    prerequisites: {
      sv: 'Minst 150 högskolepoäng i teknik på grundnivå, eller motsvarande kunskaper genom arbete med drift och underhåll. Deltagaren ska ha tillgång till mätdata från en anläggning.',
      fi: 'Vähintään 150 opintopistettä tekniikan alan perus- ja aineopintoja tai vastaava osaaminen käytön ja kunnossapidon tehtävistä. Osallistujalla on oltava käytettävissään jonkin laitoksen mittausdataa.',
      en: 'At least 150 ECTS credits in engineering at first-cycle level, or equivalent knowledge from work with operation and maintenance. Participants need access to measurements from a plant.',
    },
    supervision: { type: 'supervised-with-id', place: 'onsite' },
    gradingScheme: failPass,
    stackability: {
      kind: 'can-be-part-of',
      statement: {
        sv: 'Kursen kan ingå i en magisterexamen i underhållsteknik efter beslut om tillgodoräknande.',
        fi: 'Opintojakso voi sisältyä kunnossapitotekniikan maisteritason tutkintoon, jos se päätetään lukea hyväksi.',
        en: 'The course can be part of a one-year master’s degree in maintenance engineering, after a decision on recognition.',
      },
    },
    furtherInformation: {
      sv: 'De flesta platser är uppdragsutbildning: uppdragsgivaren beställer dem och anmäler sina medarbetare. Några platser är för studenter, i samma kurstillfälle.',
      fi: 'Useimmat paikat ovat räätälöityä koulutusta: tilaaja varaa ne ja ilmoittaa työntekijänsä. Samassa toteutuksessa on muutama paikka opiskelijoille.',
      en: 'Most places are commissioned education: the client orders them and registers its staff. A few places in the same run are for students.',
    },
    homepage: 'https://demo.invalid/fjallsjo/predictive-maintenance',
    awardingBodies: [fjallsjo],
    funding: {
      programme: {
        sv: 'Demofonden för omställning i basindustrin',
        fi: 'Perusteollisuuden murroksen demorahasto',
        en: 'Demo Fund for Transition in the Basic Industry',
      },
      code: 'DEMO-2025-117',
      until: '2027-06-30',
      sentence: {
        sv: 'Utvecklad med stöd av Demofonden för omställning i basindustrin.',
        fi: 'Kehitetty Perusteollisuuden murroksen demorahaston tuella.',
        en: 'Developed with support from the Demo Fund for Transition in the Basic Industry.',
      },
      then: {
        sv: 'Kursen ges därefter som uppdragsutbildning.',
        fi: 'Sen jälkeen opintojakso annetaan tilauskoulutuksena.',
        en: 'After that the course is given as commissioned education.',
      },
    },
    targetGroups: {
      text: {
        sv: 'Yrkesverksamma inom underhåll och drift i basindustrin',
        fi: 'Perusteollisuuden kunnossapidossa ja käytössä työskentelevät',
        en: 'Those who work with maintenance and operation in the basic industry',
      },
    },
    legalForms: ['se-commissioned-credits', 'se-regular'],
    syllabus: {
      code: 'DPT742',
      decisionDate: '2025-12-03',
      url: 'https://demo.invalid/fjallsjo/kursplan/DPT742',
    },
    opportunityType: 'course',
  },
} satisfies DemoMicrocredential;
