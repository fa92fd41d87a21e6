import type { GateMessages } from './messages.ts';

export const svSE: GateMessages = {
  sentences: {
    'title-missing': 'Skriv en titel på minst ett språk.',
    'description-missing': 'Beskriv kursen med några meningar: vad den handlar om och vem den är till för.',
    'outcomes-missing': 'Skriv vad man kan efter kursen: minst ett lärandemål.',
    'workload-missing': 'Ange hur många timmars arbete kursen normalt kräver.',
    'level-missing':
      'Ange EQF-nivån (grundnivå är 6, avancerad nivå 7, forskarnivå 8), eller att ingen nivå gäller och varför.',
    'assessment-missing': 'Ange minst en examinationsform.',
    'participation-missing': 'Ange hur man deltar: på nätet, på plats eller både och …',
    'quality-missing':
      'Ange hur kvaliteten säkras, till exempel lärosätets egen granskning och vem som granskar lärosätet.',
    'field-missing': 'Ange ämnesområdet (ISCED-F), så att kursen går att hitta.',
    'teaching-language-missing': 'Ange vilket eller vilka språk kursen ges på.',
    'grades-missing': 'Ange vilka betyg som kan ges, varav minst ett godkänt.',
    'awarding-body-missing':
      'Ange vem eller vilka som ansvarar för mikromeriten: välj lärosätet, eller skriv namn och land.',
    'legal-form-missing': 'Välj utbildningsform; den avgör frågor om poäng, avgifter och vad intyget heter.',

    'outcome-empty': 'Det här lärandemålet saknar text. Skriv den eller ta bort målet.',
    'skill-address-missing': 'Ange kompetensens webbadress i sitt ramverk, eller ta bort kompetensen.',
    'skill-name-missing': 'Den här kompetensen saknar namn. Skriv det eller ta bort kompetensen.',
    'hours-missing': 'Ange hur många timmars arbete kursen normalt kräver; poängen ensamma säger det inte.',
    'level-contradiction': 'En EQF-nivå är angiven, och även att ingen nivå gäller. Behåll ett av dem.',
    'level-not-waived':
      'Det finns ett skäl till att nivå saknas. Ange också att ingen nivå gäller, eller ange EQF-nivån.',
    'level-reason-missing': 'Skriv varför ingen nivå gäller.',
    'quality-type-missing': 'Välj vilket slags kvalitetssäkring det är.',
    'quality-body-missing': 'Ange vem som säkrar kvaliteten.',
    'supervision-type-missing': 'Ange hur examinationen övervakas, eller ta bort den här delen.',
    'grade-name-missing': 'Det här betyget saknar namn. Skriv det eller ta bort betyget.',
    'grade-passes-missing': 'Ange om betyget är godkänt.',
    'grade-twice': 'Betyget {word} står två gånger. Ta bort det ena.',
    'no-grade-passes': 'Inget betyg är godkänt, så ingen kan bli klar. Ange vilka betyg som är godkända.',
    'stackability-kind-missing':
      'Ange om kursen är fristående eller kan ingå i något större, eller ta bort den här delen.',
    'larger-name-missing': 'Skriv vad kursen kan ingå i, eller ta bort raden.',
    'awarding-body-name-missing': 'Den ansvariga saknar namn. Skriv det eller ta bort raden.',
    'awarding-body-country-missing': 'Ange i vilket land den ansvariga finns.',
    'body-unknown':
      '”{word}” är inget lärosäte som kan anges här. Välj ert eget eller en inbjuden partners. Skriv ut namnet bara på den som inte finns i tjänsten.',
    'body-chosen-twice': 'Här står både ett lärosäte och ett organ ur listan. Behåll det ena.',
    'body-id': 'Bara en adress hos ROR (https://ror.org/…) anger vem detta är. Rätta den eller ta bort den.',
    'body-twice': 'Den ansvariga står två gånger. Ta bort den ena.',
    'body-is-here': 'Detta är {body}, ett lärosäte i den här tjänsten. Välj det, och bjud in det som partner.',
    'outside-body-address':
      'Flera ansvarar för kursen, och den här är inget lärosäte i tjänsten. Ange dess webbplats eller ROR.',
    'outside-decision-missing':
      'Ange vilken dag den här organisationen beslutade att ge kursen tillsammans med övriga.',
    'outside-decision-impossible': 'Skriv ett datum som finns, i formen ÅÅÅÅ-MM-DD.',
    'outside-decision-late': 'Den dagen har inte kommit än. Skriv vilken dag organisationen beslutade.',
    'outside-decision-reference': 'I referensen står ett tecken som inte syns, eller ingenting annat. Skriv om den.',
    'partner-undecided': '{body} är inbjuden men har inte beslutat än.',
    'partner-refused':
      '{body} har sagt nej till den här texten. Läs motiveringen och ändra texten, eller ta bort partnern.',
    'partner-outdated': '{body} beslutade om en text som har ändrats sedan dess. Be om ett beslut om den nya.',
    'partner-left': '{body} har lämnat kursen. Bjud in på nytt, eller ta bort den ansvariga här.',
    'syllabus-code-missing': 'Skriv kursplanens kod.',
    'syllabus-date-missing': 'Skriv vilket datum kursplanen beslutades.',
    'syllabus-date-impossible': 'Skriv ett datum som finns, i formen ÅÅÅÅ-MM-DD.',

    'form-of-another-country': '”{form}” hör till ett annat lands lagstiftning. Välj en egen form, eller ”annan form”.',
    'form-not-in-force': '”{form}” gäller inte. Välj en form som finns i lagen nu.',
    'form-twice': '”{form}” står två gånger. Ta bort den ena.',
    'other-reason-missing': 'Skriv varför ingen av lagens former passar.',
    'other-reason-without-other':
      'Här står varför ingen form passar, men ”annan form” är inte vald. Ta bort texten eller lägg till formen.',
    'credits-too-few': '”{form}” omfattar minst {expected} poäng.',
    'credits-too-many': '”{form}” omfattar högst {expected} poäng.',
    'credits-forbidden': '”{form}” ger inga poäng. Ta bort dem; timmarna finns kvar.',
    'credits-required': '”{form}” ger poäng. Ange hur många.',
    'syllabus-required': '”{form}” kräver en beslutad kursplan. Ange dess kod och beslutsdatum.',
    'hours-impossible': 'Timmarna måste vara fler än 0.',
    'credits-impossible': 'Poängen ska vara minst 0,4 och under 60: en mikromerit är en liten mängd lärande.',
    'eqf-impossible': 'EQF har nivåerna 1 till 8, i hela tal.',
    'cycle-contradiction':
      'Utbildningsnivån ”{cycle}” är EQF-nivå {expected}, och den angivna nivån är {given}. Rätta det ena.',
    'depth-contradiction':
      'Fördjupningskoden {depth} hör till EQF-nivå {expected}, och den angivna nivån är {given}. Rätta det ena.',
    'credit-word': 'Kursen ger inga poäng, men i texten står ”{word}”. Beskriv omfattningen i timmar.',
    'too-much':
      'Den säger mer än vad de som kontrollerar dess intyg kan läsa. Korta texterna, eller ta bort kompetenser eller språk.',

    'theme-unknown': 'Lärosätets lista har inget tema ”{word}”. Välj ett annat eller ta bort det.',
    'theme-twice': 'Temat {word} står två gånger. Ta bort det ena.',
    'keyword-unfit': 'Ett nyckelord är ett eller några ord som syns, på en rad. Skriv det eller ta bort det.',
    'funding-programme-missing':
      'Ange vilket program eller vilken finansiär som har betalat, eller ta bort den här delen.',
    'funding-date-impossible': 'Skriv ett datum som finns, i formen ÅÅÅÅ-MM-DD.',
    'emblem-unknown': 'Lärosätet har inget emblem med det här id:t. Ladda upp det eller ta bort det här.',
    'what-worked-missing': 'Skriv vad som fungerade, eller ta bort den här delen.',
    'licence-not-kept': 'Kursen är kopierad från en beskrivning med licensen CC BY-SA 4.0. Behåll den licensen.',

    'hours-per-credit': '{hours} timmar per poäng är ovanligt; en poäng motsvarar som regel 25 till 30 timmars arbete.',
    'many-credits': 'Mer än 15 poäng är mycket för en mikromerit.',
    'one-outcome': 'Bara ett lärandemål: de flesta kurser har två till sex.',
    'vague-verb': 'Ingen kan examinera ”{word}”. Skriv vad deltagaren gör: förklara, jämföra, bygga …',
    'language-missing': '{language} saknas i: {texts}. Läsaren får ett annat språk där.',
    'larger-missing': 'Kursen kan ingå i något: skriv i vad, eller på vilket sätt.',
    'body-written':
      'Namnet är utskrivet och skrivs under som det står, för alltid. Gör så bara om inget register känner organisationen: välj den annars, eller ange dess ROR.',
    'form-not-chosen':
      'Välj den form som lagen i ert land har: med ”annan form” svarar ni själva för vad lagen kräver.',
    'funding-ended': 'Den sista betalda dagen har passerat. Rätta datumet eller skriv vad som har hänt med kursen.',
    'funding-then-missing': 'Skriv vad som händer med kursen när pengarna tar slut.',
  },
  texts: {
    title: 'titel',
    description: 'beskrivning',
    outcome: 'lärandemål {number}',
    levelReason: 'skälet till att nivå saknas',
    prerequisites: 'förkunskapskrav',
    stackability: 'vad den kan ingå i',
    furtherInformation: 'mer information',
    otherFormReason: 'varför ingen av lagens former passar',
    targetGroups: 'målgrupp',
    funding: 'finansiering',
    whatWorked: 'vad som fungerade',
  },
  languages: { sv: 'Svenska', fi: 'Finska', en: 'Engelska' },
  refused: {
    title: 'Något i EU-standarden saknas eller är omöjligt.',
    detail: 'Den kan inte publiceras ännu. Punkter att rätta: {count}.',
  },
};
