import { parking, type Story } from '../story.ts';

/** Filings without a sure identity: one waits to be confirmed, one was at the office, one never was. */
export const confirmationStories: Story[] = [
  parking({
    owner: 'anna.vesela@example.cz',
    filedBefore: 1,
    entries: {
      applicantName: 'Anna Veselá',
      applicantBorn: { day: '14', month: '9', year: '1968' },
      applicantAddress: { street: 'Jungmannova 1402', city: 'Hradec Králové', zip: '500 02' },
      email: 'anna.vesela@example.cz',
      phone: '603 111 222',
      parkingCard: 'O7 204518',
      plate: '7H2 4418',
      place: { street: 'Jungmannova 1402', city: 'Hradec Králové', zip: '500 02' },
      spot: 'První stání vpravo od\u00a0vchodu do\u00a0domu.',
      wheelchair: 'no',
    },
  }),
  parking({
    owner: 'josef.kratochvil@example.cz',
    filedBefore: 8,
    entries: {
      applicantName: 'Josef Kratochvíl',
      applicantBorn: { day: '3', month: '4', year: '1949' },
      applicantAddress: { street: 'Mánesova 870', city: 'Hradec Králové', zip: '500 02' },
      email: 'josef.kratochvil@example.cz',
      phone: '604 222 333',
      parkingCard: 'O7 118230',
      plate: '3H8 0912',
      place: { street: 'Mánesova 870', city: 'Hradec Králové', zip: '500 02' },
      spot: 'Před domem, místo u\u00a0bezbariérového chodníku.',
      wheelchair: 'yes',
    },
    steps: [
      { after: 2, by: 'michal.fiala', do: 'confirm' },
      { after: 3, by: 'michal.fiala', do: 'takeOver' },
    ],
  }),
  parking({
    owner: 'ludmila.pokorna@example.cz',
    filedBefore: 12,
    entries: {
      applicantName: 'Ludmila Pokorná',
      applicantBorn: { day: '21', month: '12', year: '1955' },
      applicantAddress: { street: 'Střelecká 620', city: 'Hradec Králové', zip: '500 02' },
      email: 'ludmila.pokorna@example.cz',
      phone: '605 333 444',
      parkingCard: 'O7 097731',
      plate: '2H5 7730',
      place: { street: 'Střelecká 620', city: 'Hradec Králové', zip: '500 02' },
      spot: 'Podélné stání naproti lékárně.',
      wheelchair: 'no',
    },
    steps: [{ after: 7, by: 'portal', do: 'lapse' }],
  }),
];
