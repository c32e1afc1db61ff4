import { place, type Story } from '../story.ts';

const petra = 'petra.benesova';
const michal = 'michal.fiala';

const company = {
  applicantKind: 'company',
  companyName: 'Střechy Hradec s.r.o.',
  applicantIco: '99001233',
  applicantName: 'Petr Novotný',
  applicantAddress: { street: 'Gayerova 810', city: 'Hradec Králové', zip: '500 02' },
  email: 'novotny@strechy-hradec.example',
  phone: '722 888 999',
  responsibleName: 'Jan Malý',
  responsiblePhone: '602 111 999',
};

const cafe = {
  applicantKind: 'business',
  applicantIco: '99004569',
  applicantName: 'Denisa Králová',
  applicantAddress: { street: 'Eliščino nábřeží 304', city: 'Hradec Králové', zip: '500 03' },
  email: 'denisa@kavarna-u-soutoku.example',
  phone: '723 999 111',
  responsibleName: 'Denisa Králová',
  responsiblePhone: '723 999 111',
};

const petr = {
  applicantKind: 'person',
  applicantName: 'Petr Svoboda',
  applicantBorn: { day: '2', month: '11', year: '1979' },
  applicantAddress: { street: 'Gočárova třída 1105', city: 'Hradec Králové', zip: '500 02' },
  email: 'petr.svoboda@example.cz',
  phone: '602 345 678',
  responsibleName: 'Petr Svoboda',
  responsiblePhone: '602 345 678',
};

export const placeStories: Story[] = [
  place({
    owner: 'novotny@strechy-hradec.example',
    filedBefore: 8,
    entries: {
      ...company,
      purpose: 'scaffolding',
      description: 'Trubkové lešení podél celé fasády do ulice. Průchod pro pěší zůstane pod lešením.',
      place: 'Karla IV. 430/4, chodník před domem',
      surface: ['pavement'],
      area: '42,5',
      from: 30,
      to: 75,
    },
    steps: [
      { after: 1, by: 'jiri.sedlacek', do: 'assign', officer: petra, reason: 'Lešení má na starosti paní Benešová.' },
      { after: 2, by: petra, do: 'takeOver' },
      { after: 3, by: petra, do: 'start' },
    ],
  }),
  place({
    owner: 'petr.svoboda@example.cz',
    filedBefore: 2,
    entries: {
      ...petr,
      purpose: 'other',
      purposeOther: 'stěhování',
      description: 'Potřebujeme zastavit se stěhovacím vozem u\u00a0vchodu, vykládka potrvá jedno dopoledne.',
      place: 'Gočárova třída 1105, parkovací pruh před vchodem',
      surface: ['parking'],
      area: '25',
      from: 14,
      to: 14,
      allDay: 'no',
      hours: '8–12',
    },
  }),
  place({
    owner: 'denisa@kavarna-u-soutoku.example',
    filedBefore: 15,
    entries: {
      ...cafe,
      purpose: 'terrace',
      description: 'Předzahrádka kavárny: šest stolků, dřevěná podlaha, slunečníky bez reklamy.',
      place: 'Eliščino nábřeží 304, před kavárnou',
      surface: ['pavement'],
      area: '28',
      from: 90,
      to: 270,
    },
    steps: [
      { after: 1, by: michal, do: 'takeOver' },
      { after: 4, by: michal, do: 'start' },
      {
        after: 9,
        by: michal,
        do: 'assign',
        officer: 'veronika.krizova',
        reason: 'Pozemek patří městu, k\u00a0záboru se vyjádří odbor správy majetku.',
      },
    ],
    notes: [
      { by: 'veronika.krizova', text: 'V\u00a0nájemní smlouvě z\u00a0roku 2024 je jiná výměra, ověřit v\u00a0mapě.' },
    ],
  }),
  place({
    owner: 'petr.svoboda@example.cz',
    filedBefore: 50,
    entries: {
      ...petr,
      purpose: 'sport',
      eventName: 'Běh Labskou kotlinou',
      visitors: '450',
      description: 'Start a\u00a0cíl závodu, nafukovací brána, stany pro registraci. Trasa vede po cyklostezce.',
      place: 'Šimkovy sady, u\u00a0mostku přes Labe',
      surface: ['green', 'pavement'],
      area: '600',
      from: 25,
      to: 25,
      allDay: 'no',
      hours: '7–16',
      insured: 'yes',
    },
    steps: [
      { after: 1, by: petra, do: 'takeOver' },
      { after: 2, by: petra, do: 'start' },
      {
        after: 12,
        by: petra,
        do: 'decide',
        outcome: 'granted',
        explanation:
          'Užívání jsme povolili. Místo musí být uklizené do 18\u00a0hodin téhož dne a\u00a0vjezd pro záchranáře z\u00a0Pospíšilovy třídy musí zůstat volný.',
      },
      { after: 14, by: petra, do: 'close' },
    ],
  }),
  place({
    owner: 'novotny@strechy-hradec.example',
    filedBefore: 26,
    entries: {
      ...company,
      purpose: 'material',
      description: 'Uložení krytiny a\u00a0kontejner na suť při opravě střechy.',
      place: 'Velké náměstí 33, parkovací stání před domem',
      surface: ['parking', 'square'],
      area: '30',
      from: 40,
      to: 61,
      limitsTraffic: 'yes',
      trafficDetail: 'Zaberou se tři parkovací stání, průjezd zůstane volný.',
    },
    steps: [
      { after: 3, by: petra, do: 'takeOver' },
      { after: 8, by: petra, do: 'start' },
    ],
    notes: [{ by: petra, text: 'Čekáme na vyjádření památkářů, urgováno telefonem.' }],
  }),
  place({
    owner: 'karel.hajek@example.cz',
    filedBefore: 4,
    entries: {
      applicantKind: 'person',
      applicantName: 'Karel Hájek',
      applicantBorn: { day: '17', month: '7', year: '1968' },
      applicantAddress: { street: 'Brněnská 300', city: 'Hradec Králové', zip: '500 06' },
      email: 'karel.hajek@example.cz',
      phone: '606 444 555',
      responsibleName: 'Karel Hájek',
      responsiblePhone: '606 444 555',
      purpose: 'digging',
      description: 'Výkop pro vodovodní přípojku, přes chodník k\u00a0hlavnímu řadu.',
      place: 'Brněnská 300, chodník před domem',
      surface: ['pavement'],
      area: '9',
      from: 21,
      to: 25,
      limitsTraffic: 'yes',
      trafficDetail: 'Chodci přejdou po lávce přes výkop.',
    },
    steps: [{ after: 2, by: michal, do: 'takeOver' }],
  }),
  place({
    owner: 'denisa@kavarna-u-soutoku.example',
    filedBefore: 44,
    entries: {
      ...cafe,
      purpose: 'stall',
      description: 'Stánek s\u00a0kávou a\u00a0zákusky při nedělních trzích.',
      place: 'Masarykovo náměstí, u\u00a0kašny',
      surface: ['square'],
      area: '6',
      from: 20,
      to: 110,
    },
    steps: [
      { after: 2, by: michal, do: 'takeOver' },
      { after: 3, by: michal, do: 'start' },
      {
        after: 15,
        by: michal,
        do: 'decide',
        outcome: 'refused',
        explanation:
          'U\u00a0kašny vede jediný příjezd pro hasiče, proto tu stánek povolit nemůžeme. Volná místa jsou na opačné straně náměstí, o\u00a0ta můžete požádat znovu. Odvolat se můžete do 15\u00a0dnů od doručení rozhodnutí.',
      },
      { after: 34, by: michal, do: 'close' },
    ],
  }),
];
