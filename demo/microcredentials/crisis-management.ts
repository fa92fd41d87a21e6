import { approvedOrNot, fjallsjo, fjallsjoCourseQuality, skills } from './common.ts';
import type { DemoMicrocredential } from './microcredential.ts';

export const crisisManagement = {
  slug: 'crisis-management-in-a-changing-world',
  institution: 'fjallsjo',
  ownerUnit: 'UPP',
  reviewBy: '2027-06-30',
  target: 'published',
  content: {
    title: {
      sv: 'Krisledning i en komplex och föränderlig värld',
      fi: 'Kriisijohtaminen monimutkaisessa ja muuttuvassa maailmassa',
      en: 'Crisis Management in a Complex and Changing World',
    },
    description: {
      sv: 'Kursen är till för tjänstepersoner som leder, eller stöder dem som leder, när något allvarligt händer: ett elavbrott, en översvämning, ett cyberangrepp eller ett hot. Deltagarna övar som en stab på händelser som drar ut på tiden och berör flera myndigheter samtidigt. Efteråt granskar de sina beslut och vad som behöver ändras i den egna krisplanen.',
      fi: 'Koulutus on tarkoitettu viranhaltijoille, jotka johtavat tai tukevat johtajia vakavassa tilanteessa: sähkökatkossa, tulvassa, kyberhyökkäyksessä tai uhkatilanteessa. Osallistujat harjoittelevat esikuntana tapahtumia, jotka pitkittyvät ja koskevat useaa viranomaista yhtä aikaa. Lopuksi he arvioivat tekemänsä päätökset ja sen, mitä omassa kriisisuunnitelmassa on muutettava.',
      en: 'The course is for officials who lead, or support those who lead, when something serious happens: a power cut, a flood, a cyberattack or a threat. Participants practise as a crisis staff on events that drag on and concern several authorities at once. Afterwards they review their decisions and what needs to change in their own crisis plan.',
    },
    learningOutcomes: [
      {
        type: 'skill',
        text: {
          sv: 'Upprätta en lägesbild ur ofullständiga uppgifter och ange vad som är osäkert',
          fi: 'Laatia tilannekuvan puutteellisista tiedoista ja osoittaa, mikä on epävarmaa',
          en: 'Draw up a situation report from incomplete information and state what is uncertain',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Leda ett stabsmöte och dokumentera besluten med skäl',
          fi: 'Johtaa esikunnan kokousta ja kirjata päätökset perusteluineen',
          en: 'Lead a staff meeting and document the decisions with reasons',
        },
      },
      {
        type: 'skill',
        text: {
          sv: 'Samordna åtgärder med andra myndigheter och med företag',
          fi: 'Sovittaa toimet yhteen muiden viranomaisten ja yritysten kanssa',
          en: 'Coordinate measures with other authorities and with companies',
        },
        skills: [skills.collaborativeRelations],
      },
      {
        type: 'skill',
        text: {
          sv: 'Utforma ett budskap till dem som berörs och pröva det på mottagare',
          fi: 'Laatia viestin niille, joita tilanne koskee, ja testata sitä vastaanottajilla',
          en: 'Write a message to those affected and test it on recipients',
        },
        skills: [skills.targetCommunity],
      },
      {
        type: 'skill',
        text: {
          sv: 'Granska en genomförd övning och föreslå ändringar i den egna krisplanen',
          fi: 'Arvioida toteutetun harjoituksen ja ehdottaa muutoksia omaan kriisisuunnitelmaan',
          en: 'Review a completed exercise and propose changes to one’s own crisis plan',
        },
      },
    ],
    workload: { hours: 32 },
    level: { eqf: 7 },
    assessmentTypes: ['practical-assessment', 'level-of-attendance'],
    participation: {
      modes: ['onsite', 'blended'],
      activities: ['lab-simulation-practice-coursework', 'workshop-seminar-or-conference'],
    },
    qualityAssurance: [fjallsjoCourseQuality],
    fields: ['1032', '0413'],
    languages: ['sv'],
    prerequisites: {
      sv: 'Arbete i en kommun, en region eller en statlig myndighet, med uppgifter i krisberedskapen.',
      fi: 'Työ kunnassa, alueella tai valtion viranomaisessa ja tehtäviä kriisivalmiudessa.',
      en: 'Work in a municipality, a region or a government agency, with duties in crisis preparedness.',
    },
    supervision: { type: 'supervised-with-id', place: 'onsite' },
    gradingScheme: approvedOrNot,
    stackability: {
      kind: 'stand-alone',
      statement: {
        sv: 'Kursen står för sig själv. Den som söker till en utbildning kan åberopa den som reell kompetens.',
        fi: 'Koulutus on itsenäinen kokonaisuus. Koulutukseen hakeutuva voi pyytää siinä hankitun osaamisen tunnistamista.',
        en: 'The course stands on its own. Applicants to a programme may cite it as prior learning.',
      },
    },
    furtherInformation: {
      sv: 'Uppdragsgivaren väljer ett av tre scenarier innan kursen börjar.',
      fi: 'Tilaaja valitsee yhden kolmesta skenaariosta ennen koulutuksen alkua.',
      en: 'The client chooses one of three scenarios before the course begins.',
    },
    homepage: 'https://demo.invalid/fjallsjo/crisis-management',
    awardingBodies: [fjallsjo],
    legalForms: ['se-commissioned-no-credits'],
    opportunityType: 'course',
  },
} satisfies DemoMicrocredential;
