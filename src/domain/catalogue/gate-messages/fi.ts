import type { GateMessages } from './messages.ts';

export const fi: GateMessages = {
  sentences: {
    'title-missing': 'Kirjoita nimi vähintään yhdellä kielellä.',
    'description-missing': 'Kuvaa koulutus muutamalla lauseella: mitä se käsittelee ja kenelle se on tarkoitettu.',
    'outcomes-missing': 'Kirjoita, mitä koulutuksen jälkeen osaa: vähintään yksi osaamistavoite.',
    'workload-missing': 'Ilmoita, montako tuntia työtä koulutus tavallisesti vaatii.',
    'level-missing':
      'Ilmoita EQF-taso (ensimmäinen sykli on 6, toinen 7, kolmas 8) tai se, ettei mikään taso sovi, ja miksi.',
    'assessment-missing': 'Ilmoita vähintään yksi arviointitapa.',
    'participation-missing':
      'Ilmoita, miten koulutukseen osallistutaan: verkossa, paikan päällä vai molemmilla tavoilla …',
    'quality-missing':
      'Ilmoita, miten laatu varmistetaan, esimerkiksi korkeakoulun oma arviointi ja se, kuka arvioi korkeakoulun.',
    'field-missing': 'Ilmoita koulutusala (ISCED-F), jotta koulutus löytyy haussa.',
    'teaching-language-missing': 'Ilmoita opetuskieli tai opetuskielet.',
    'grades-missing': 'Ilmoita, mitä arvosanoja voidaan antaa; vähintään yhden on oltava hyväksytty.',
    'awarding-body-missing':
      'Ilmoita, mikä tai mitkä tahot vastaavat koulutuksesta: valitse korkeakoulu tai kirjoita nimi ja maa.',
    'legal-form-missing': 'Valitse koulutusmuoto; se ratkaisee opintopisteet, maksut ja todistuksen nimen.',

    'outcome-empty': 'Tällä osaamistavoitteella ei ole tekstiä. Kirjoita se tai poista tavoite.',
    'skill-address-missing': 'Ilmoita taidon verkko-osoite sen viitekehyksessä tai poista taito.',
    'skill-name-missing': 'Tällä taidolla ei ole nimeä. Kirjoita se tai poista taito.',
    'hours-missing':
      'Ilmoita, montako tuntia työtä koulutus tavallisesti vaatii; pelkät opintopisteet eivät kerro sitä.',
    'level-contradiction': 'EQF-taso on ilmoitettu, ja samalla se, ettei mikään taso sovi. Jätä niistä toinen.',
    'level-not-waived': 'Tason puuttumiselle on syy. Ilmoita myös, ettei mikään taso sovi, tai ilmoita EQF-taso.',
    'level-reason-missing': 'Kirjoita, miksi mikään taso ei sovi.',
    'quality-type-missing': 'Valitse, millaista laadunvarmistusta tämä on.',
    'quality-body-missing': 'Ilmoita, kuka varmistaa laadun.',
    'supervision-type-missing': 'Ilmoita, miten arviointia valvotaan, tai poista tämä osa.',
    'grade-name-missing': 'Tällä arvosanalla ei ole nimeä. Kirjoita se tai poista arvosana.',
    'grade-passes-missing': 'Ilmoita, onko tämä arvosana hyväksytty.',
    'grade-twice': 'Arvosana {word} on listassa kahdesti. Poista niistä toinen.',
    'no-grade-passes':
      'Mikään arvosana ei ole hyväksytty, joten kukaan ei voi suorittaa tätä. Ilmoita hyväksytyt arvosanat.',
    'stackability-kind-missing':
      'Ilmoita, onko koulutus itsenäinen vai voiko se sisältyä johonkin laajempaan, tai poista tämä osa.',
    'larger-name-missing': 'Kirjoita, mihin koulutus voi sisältyä, tai poista rivi.',
    'awarding-body-name-missing': 'Tällä vastuutaholla ei ole nimeä. Kirjoita se tai poista rivi.',
    'awarding-body-country-missing': 'Ilmoita, missä maassa tämä vastuutaho on.',
    'body-unknown':
      '”{word}” ei ole korkeakoulu, jonka voi ilmoittaa tässä. Valitse omanne tai kutsutun kumppanin korkeakoulu. Kirjoita nimi vain, jos taho ei ole tässä palvelussa.',
    'body-chosen-twice': 'Tässä on sekä korkeakoulu että luettelon toimielin. Säilytä toinen.',
    'body-id': 'Vain ROR-osoite (https://ror.org/…) kertoo, kuka tämä on. Korjaa se tai poista se.',
    'body-twice': 'Tämä vastuutaho on mainittu kahdesti. Poista toinen.',
    'body-is-here': 'Tämä on {body}, joka on tämän palvelun korkeakoulu. Valitse se ja kutsu se kumppaniksi.',
    'outside-body-address':
      'Koulutuksesta vastaa useampi taho, eikä tämä ole palvelun korkeakoulu. Ilmoita sen verkkosivusto tai ROR.',
    'outside-decision-missing': 'Ilmoita, minä päivänä tämä taho päätti järjestää koulutuksen yhdessä muiden kanssa.',
    'outside-decision-impossible': 'Kirjoita päivämäärä, joka on olemassa, muodossa VVVV-KK-PP.',
    'outside-decision-late': 'Tämä päivä ei ole vielä tullut. Kirjoita päivä, jona taho teki päätöksen.',
    'outside-decision-reference': 'Viitteessä on merkki, jota ei näe, tai ei mitään muuta. Kirjoita viite uudelleen.',
    'partner-undecided': '{body} on kutsuttu mutta ei ole vielä tehnyt päätöstä.',
    'partner-refused': '{body} on hylännyt tämän tekstin. Lue perustelu ja muuta tekstiä tai poista kumppani.',
    'partner-outdated': '{body} on päättänyt tekstistä, jota on sen jälkeen muutettu. Pyydä päätös uudesta tekstistä.',
    'partner-left': '{body} on jättäytynyt pois koulutuksesta. Kutsu se uudelleen tai poista se tästä.',
    'syllabus-code-missing': 'Kirjoita opetussuunnitelman koodi.',
    'syllabus-date-missing': 'Kirjoita päivä, jona opetussuunnitelma hyväksyttiin.',
    'syllabus-date-impossible': 'Kirjoita olemassa oleva päivä muodossa VVVV-KK-PP.',

    'form-of-another-country': '”{form}” kuuluu toisen maan lainsäädäntöön. Valitse oman maasi muoto tai ”muu muoto”.',
    'form-not-in-force': '”{form}” ei ole voimassa. Valitse muoto, joka on laissa nyt.',
    'form-twice': '”{form}” on kahdesti. Poista toinen.',
    'other-reason-missing': 'Kerro, miksi mikään lain muodoista ei sovi.',
    'other-reason-without-other':
      'Tässä kerrotaan, miksi mikään muoto ei sovi, mutta ”muu muoto” puuttuu. Poista teksti tai lisää muoto.',
    'credits-too-few': '”{form}” on vähintään {expected} opintopistettä.',
    'credits-too-many': '”{form}” on enintään {expected} opintopistettä.',
    'credits-forbidden': '”{form}” ei anna opintopisteitä. Poista ne; tunnit jäävät.',
    'credits-required': '”{form}” antaa opintopisteitä. Ilmoita, montako.',
    'syllabus-required': '”{form}” vaatii hyväksytyn opetussuunnitelman. Ilmoita sen koodi ja hyväksymispäivä.',
    'hours-impossible': 'Tunteja on oltava enemmän kuin 0.',
    'credits-impossible': 'Opintopisteitä on oltava vähintään 0,4 ja alle 60: pieni osaamiskokonaisuus on suppea.',
    'eqf-impossible': 'EQF-tasot ovat 1–8, kokonaislukuina.',
    'cycle-contradiction':
      'Opintojen taso ”{cycle}” on EQF-taso {expected}, mutta ilmoitettu taso on {given}. Korjaa toinen.',
    'depth-contradiction':
      'Syvyyskoodi {depth} kuuluu EQF-tasolle {expected}, mutta ilmoitettu taso on {given}. Korjaa toinen.',
    'credit-word': 'Tästä koulutuksesta ei saa opintopisteitä, mutta tekstissä lukee ”{word}”. Kuvaa laajuus tunteina.',
    'too-much':
      'Kuvauksessa on enemmän kuin todistusten tarkistajat voivat lukea. Lyhennä tekstejä tai poista taitoja tai kieliä.',

    'theme-unknown': 'Korkeakoulun luettelossa ei ole teemaa ”{word}”. Valitse toinen tai poista se.',
    'theme-twice': 'Teema {word} on kahdesti. Poista toinen.',
    'keyword-unfit': 'Avainsana on yksi tai muutama näkyvä sana yhdellä rivillä. Kirjoita se tai poista se.',
    'funding-programme-missing': 'Kerro, mikä ohjelma tai rahoittaja on maksanut, tai poista tämä osa.',
    'funding-date-impossible': 'Kirjoita olemassa oleva päivä muodossa VVVV-KK-PP.',
    'emblem-unknown': 'Korkeakoululla ei ole tunnusta, jolla on tämä tunniste. Lataa se palveluun tai poista se tästä.',
    'what-worked-missing': 'Kerro, mikä toimi, tai poista tämä osa.',
    'licence-not-kept': 'Koulutus on kopioitu kuvauksesta, jonka lisenssi on CC BY-SA 4.0. Säilytä sama lisenssi.',

    'hours-per-credit':
      '{hours} tuntia opintopistettä kohti on epätavallista; opintopiste vastaa yleensä 25–30 tunnin työtä.',
    'many-credits': 'Yli 15 opintopistettä on paljon pienelle osaamiskokonaisuudelle.',
    'one-outcome': 'Vain yksi osaamistavoite: useimmissa on kahdesta kuuteen.',
    'vague-verb':
      'Kukaan ei voi arvioida verbiä ”{word}”. Kirjoita, mitä osallistuja tekee: selittää, vertailee, rakentaa …',
    'language-missing': '{language} teksti puuttuu: {texts}. Lukija saa siinä kohdassa tekstin toisella kielellä.',
    'larger-missing': 'Koulutus voi sisältyä johonkin: kirjoita, mihin tai millä tavalla.',
    'body-written':
      'Nimi on kirjoitettu auki ja allekirjoitetaan sellaisenaan, pysyvästi. Tee näin vain, jos mikään rekisteri ei tunne tahoa: muuten valitse se tai ilmoita sen ROR.',
    'form-not-chosen':
      'Valitse oman maasi lain mukainen muoto: jos valitset ”muu muoto”, vastaat itse siitä, mitä laki vaatii.',
    'funding-ended': 'Viimeinen rahoitettu päivä on jo ohi. Korjaa päivä tai kerro, mitä koulutukselle on tapahtunut.',
    'funding-then-missing': 'Kerro, mitä koulutukselle tapahtuu, kun rahoitus päättyy.',
  },
  texts: {
    title: 'nimi',
    description: 'kuvaus',
    outcome: 'osaamistavoite {number}',
    levelReason: 'syy tason puuttumiseen',
    prerequisites: 'esitietovaatimukset',
    stackability: 'mihin koulutus voi sisältyä',
    furtherInformation: 'lisätietoja',
    otherFormReason: 'miksi mikään lain muodoista ei sovi',
    targetGroups: 'kohderyhmä',
    funding: 'rahoitus',
    whatWorked: 'mikä toimi',
  },
  languages: { sv: 'Ruotsinkielinen', fi: 'Suomenkielinen', en: 'Englanninkielinen' },
  refused: {
    title: 'Jotakin EU:n standardista puuttuu tai on mahdotonta.',
    detail: 'Tätä ei voi vielä julkaista. Korjattavia kohtia: {count}.',
  },
};
