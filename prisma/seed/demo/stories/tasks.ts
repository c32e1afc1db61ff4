import { place, type Story } from '../story.ts';

const michal = 'michal.fiala';

/** Departments ask each other: one has answered, another has not yet. */
export const taskStories: Story[] = [
  place({
    owner: 'petr.svoboda@example.cz',
    filedBefore: 11,
    entries: {
      applicantKind: 'person',
      applicantName: 'Petr Svoboda',
      applicantBorn: { day: '2', month: '11', year: '1979' },
      applicantAddress: { street: 'Gočárova třída 1105', city: 'Hradec Králové', zip: '500 02' },
      email: 'petr.svoboda@example.cz',
      phone: '602 345 678',
      responsibleName: 'Petr Svoboda',
      responsiblePhone: '602 345 678',
      purpose: 'sport',
      eventName: 'Sousedský turnaj v\u00a0pétanque',
      visitors: '60',
      description: 'Dvě dráhy z\u00a0písku, stan s\u00a0občerstvením. Po turnaji vše uklidíme.',
      place: 'Šimkovy sady, louka u\u00a0hřiště',
      surface: ['green'],
      area: '180',
      from: 30,
      to: 30,
      allDay: 'no',
      hours: '9–17',
    },
    steps: [
      { after: 1, by: michal, do: 'takeOver' },
      { after: 1, by: michal, do: 'start' },
      {
        after: 2,
        by: michal,
        do: 'ask',
        department: 'spravy-majetku-mesta',
        kind: 'consent',
        text: 'Pozemek patří městu. Souhlasíte s\u00a0užitím louky na jeden den?',
        days: 10,
      },
      {
        after: 5,
        by: 'veronika.krizova',
        do: 'answer',
        answer: 'conditionally',
        text: 'Souhlasíme, když písek druhý den odvezou a\u00a0trávník nechají v\u00a0původním stavu.',
      },
      {
        after: 6,
        by: michal,
        do: 'ask',
        department: 'rozpoctu-a-financi',
        kind: 'statement',
        text: 'Vyměřuje se poplatek i\u00a0za sousedskou akci bez vstupného?',
        days: 14,
      },
    ],
  }),
];
