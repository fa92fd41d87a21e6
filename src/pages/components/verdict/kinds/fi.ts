import type { KindMessages } from './messages.ts';

const asFile = 'Pyydä lähettäjältä todistus JSON-tiedostona (Open Badges 3.0, leima tiedoston sisällä).';

export const fi: KindMessages = {
  kinds: {
    credential: 'Tämä on todistus datana (W3C Verifiable Credential).',
    presentation: 'Tämä on esitys: kuori, jossa joku näyttää todistuksia.',
    'enveloped-credential': 'Tämä on todistus, joka on suljettu toiseen muotoon (Enveloped Verifiable Credential).',
    jwt: 'Tämä on varmennettu teksti (JWT).',
    'sd-jwt': 'Tämä on varmennettu teksti, josta haltija valitsee, mitä näkyy (SD-JWT).',
    'sealed-european-credential': 'Tämä on leimattu eurooppalainen asiakirja (European Digital Credential).',
    'open-badge-2': 'Tämä on Open Badge -merkki, versio 2.',
    pdf: 'Tämä on PDF-tiedosto.',
    image: 'Tämä on kuva.',
    zip: 'Tämä on ZIP-paketti.',
    link: 'Tämä on linkki, mutta siitä ei voitu hakea todistusta.',
    'web-page': 'Tämä on verkkosivu, ei todistus.',
    'did-document': 'Tämä on avainten asiakirja (DID-dokumentti), ei todistus.',
    json: 'Tämä on JSON-tekstiä mutta jotakin muuta kuin todistus.',
    text: 'Tämä on tekstiä mutta ei todistus.',
  },
  askFor: {
    'enveloped-credential': `Se ei ole muodossa, joka tarkistetaan täällä. ${asFile}`,
    jwt: `Se ei ole muodossa, joka tarkistetaan täällä. ${asFile}`,
    'sd-jwt': `Sitä ei vielä voi tarkistaa täällä. ${asFile}`,
    'sealed-european-credential':
      'Sen leimaa ei vielä voi tarkistaa täällä. Euroopan komission virallinen Europass-katseluohjelma tarkistaa sen: avaa tiedosto siellä.',
    'open-badge-2':
      'Tätä versiota ei voi tarkistaa täällä: vain myöntäjän oma osoite voi kertoa, onko se aito. Pyydä lähettäjältä merkki versiona 3.0.',
    pdf: 'PDF-tiedostoa ei vielä voi tarkistaa täällä. Pyydä lähettäjältä todistus JSON-tiedostona tai linkki sen sivulle.',
    image:
      'Kuvassa näkyvää ei vielä voi tarkistaa täällä. Pyydä lähettäjältä todistus JSON-tiedostona tai linkki sen sivulle.',
    zip: 'Pura paketti ja tarkista siinä oleva todistus omana tiedostonaan.',
    link: 'Varmista, että linkki on kokonainen, tai pyydä lähettäjältä todistus tiedostona.',
    'web-page':
      'Ehkä sinne on ensin kirjauduttava. Avaa sivu itse, lataa todistus JSON-tiedostona ja tarkista se tiedosto.',
    'did-document': 'Se kertoo, millä avaimilla joku leimaa. Pyydä lähettäjältä itse todistus.',
    json: `Siinä ei ole mitään tarkistettavaa. ${asFile}`,
    text: 'Varmista, että koko todistus on mukana, ensimmäisestä {-merkistä viimeiseen }-merkkiin, tai pyydä se lähettäjältä tiedostona.',
  },
  fetchFaults: {
    unavailable: 'Toinen palvelin ilmoittaa, ettei se voi vastata juuri nyt.',
    timeout: 'Osoite ei vastannut ajoissa.',
    unreachable: 'Osoitteeseen ei saatu yhteyttä.',
    'bad-status': 'Osoite vastasi virheellä eikä asiakirjalla.',
    'web-page': 'Osoite vastasi verkkosivulla, ehkä kirjautumista varten, eikä asiakirjalla.',
    'too-large': 'Osoitteen vastaus on suurempi kuin mitä täällä luetaan.',
    'too-many-redirects': 'Osoite vain ohjaa toisiin osoitteisiin yhä uudelleen.',
    'not-utf8': 'Osoitteen vastaus ei ole UTF-8-tekstiä.',
    'not-json': 'Osoitteen vastaus ei ole JSON-tekstiä.',
    'duplicate-member': 'Osoitteen vastauksessa sama asia sanotaan kahdesti, joten ei tiedetä, kumpaa tarkoitetaan.',
    refused: 'Palvelu ei hae mitään tällaisesta osoitteesta.',
    'too-many': 'Palvelulla oli liian paljon haettavaa kerralla.',
  },
  unreadable: {
    'not-utf8': 'Tiedosto ei ole UTF-8-muodossa, joten sen kirjaimia ei voi lukea varmasti.',
    'not-json': 'Asiakirjaa ei voi lukea JSON-muodossa; ehkä osa siitä puuttuu.',
    'duplicate-member': 'Asiakirjassa sanotaan sama asia kahdesti, joten kukaan ei tiedä, kumpaa tarkoitetaan.',
  },
  tryAgain: 'Yritä hetken päästä uudelleen.',
};
