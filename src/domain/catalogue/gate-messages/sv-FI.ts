import type { GateMessages } from './messages.ts';
import { svSE } from './sv-SE.ts';

/** Swedish as written in Finland: what has another name there, and nothing else. */
export const svFI: GateMessages = {
  ...svSE,
  sentences: {
    ...svSE.sentences,
    'level-missing':
      'Ange EQF-nivån (grund- och ämnesstudier är 6, fördjupade studier 7, påbyggnadsstudier 8), eller att ingen nivå gäller och varför.',
    'assessment-missing': 'Ange minst en bedömningsform.',
    'quality-missing':
      'Ange hur kvaliteten säkras, till exempel högskolans egen granskning och vem som granskar högskolan.',
    'field-missing': 'Ange utbildningsområdet (ISCED-F), så att kursen går att hitta.',
    'grades-missing': 'Ange vilka vitsord som kan ges, varav minst ett godkänt.',
    'hours-missing': 'Ange hur många timmars arbete kursen normalt kräver; studiepoängen ensamma säger det inte.',
    'legal-form-missing': 'Välj utbildningsform; den avgör frågor om studiepoäng, avgifter och vad intyget heter.',
    'supervision-type-missing': 'Ange hur bedömningen övervakas, eller ta bort den här delen.',
    'grade-name-missing': 'Det här vitsordet saknar namn. Skriv det eller ta bort vitsordet.',
    'grade-passes-missing': 'Ange om vitsordet är godkänt.',
    'grade-twice': 'Vitsordet {word} står två gånger. Ta bort det ena.',
    'no-grade-passes': 'Inget vitsord är godkänt, så ingen kan bli klar. Ange vilka vitsord som är godkända.',
    'syllabus-code-missing': 'Skriv undervisningsplanens kod.',
    'syllabus-date-missing': 'Skriv vilket datum undervisningsplanen godkändes.',
    'credits-too-few': '”{form}” omfattar minst {expected} studiepoäng.',
    'credits-too-many': '”{form}” omfattar högst {expected} studiepoäng.',
    'credits-forbidden': '”{form}” ger inga studiepoäng. Ta bort dem; timmarna finns kvar.',
    'credits-required': '”{form}” ger studiepoäng. Ange hur många.',
    'syllabus-required': '”{form}” kräver en godkänd undervisningsplan. Ange dess kod och datum för godkännandet.',
    'credits-impossible': 'Studiepoängen ska vara minst 0,4 och under 60: en mikromerit är en liten mängd lärande.',
    'cycle-contradiction':
      'Studiernas nivå ”{cycle}” är EQF-nivå {expected}, och den angivna nivån är {given}. Rätta det ena.',
    'credit-word': 'Kursen ger inga studiepoäng, men i texten står ”{word}”. Beskriv omfattningen i timmar.',
    'hours-per-credit':
      '{hours} timmar per studiepoäng är ovanligt; en studiepoäng motsvarar som regel 25 till 30 timmars arbete.',
    'many-credits': 'Mer än 15 studiepoäng är mycket för en mikromerit.',
    'vague-verb': 'Ingen kan bedöma ”{word}”. Skriv vad deltagaren gör: förklara, jämföra, bygga …',
    'awarding-body-missing':
      'Ange vem eller vilka som ansvarar för mikromeriten: välj högskolan, eller skriv namn och land.',
    'body-unknown':
      '”{word}” är ingen högskola som kan anges här. Välj er egen eller en inbjuden partners. Skriv ut namnet bara på den som inte finns i tjänsten.',
    'body-chosen-twice': 'Här står både en högskola och ett organ ur listan. Behåll det ena.',
    'body-is-here': 'Detta är {body}, en högskola i den här tjänsten. Välj den, och bjud in den som partner.',
    'outside-body-address':
      'Flera ansvarar för kursen, och den här är ingen högskola i tjänsten. Ange dess webbplats eller ROR.',
    'form-not-chosen':
      'Välj den form som lagen i ert land har: med ”annan form” svarar ni själva för vad lagen kräver.',
    'theme-unknown': 'Högskolans lista har inget tema ”{word}”. Välj ett annat eller ta bort det.',
    'emblem-unknown': 'Högskolan har inget emblem med det här id:t. Ladda upp det eller ta bort det här.',
  },
  texts: { ...svSE.texts, prerequisites: 'förkunskaper' },
};
