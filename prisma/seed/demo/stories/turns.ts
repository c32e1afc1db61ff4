import { dog, type Story, type StoryStep } from '../story.ts';

const marie = 'marie.dvorakova';
const pavel = 'pavel.cerny';

const janaDog = {
  holderName: 'Jana Nováková',
  holderBorn: { day: '14', month: '5', year: '1987' },
  holderAddress: { street: 'Střelecká 574/13', city: 'Hradec Králové', zip: '500 02' },
  email: 'jana.novakova@example.cz',
  phone: '777 123 456',
  breed: 'kříženec',
  colour: 'černá',
  sex: 'male',
  dogBorn: -300,
  keptSince: -20,
};

const petrDog = {
  ...janaDog,
  holderName: 'Petr Svoboda',
  holderBorn: { day: '2', month: '11', year: '1979' },
  holderAddress: { street: 'Gočárova třída 1105', city: 'Hradec Králové', zip: '500 02' },
  email: 'petr.svoboda@example.cz',
  phone: '602 345 678',
};

const taken = (by: string): StoryStep[] => [
  { after: 1, by, do: 'takeOver' },
  { after: 2, by, do: 'start' },
];

/** Turns a case may take besides the straight way: waiting, standing still, ending otherwise, an appeal. */
export const turnStories: Story[] = [
  dog({
    owner: 'jana.novakova@example.cz',
    filedBefore: 9,
    entries: { ...janaDog, dogName: 'Bruno', chipNumber: '203 003 400 200 001' },
    steps: [
      ...taken(marie),
      {
        after: 5,
        by: marie,
        do: 'act',
        action: today => ({
          type: 'requestSupplement',
          items: [
            {
              kind: 'answer',
              id: 'chipNumber',
              label: 'Číslo čipu',
              problem: 'Čip s\u00a0tímto číslem není v\u00a0registru. Opište ho prosím z\u00a0očkovacího průkazu.',
            },
          ],
          until: today.add({ days: 21 }),
          consequence: 'Když číslo do té doby neopravíte, psa zapíšeme bez čipu a\u00a0vyzveme vás k\u00a0očipování.',
          suspends: true,
        }),
      },
      {
        after: 6,
        by: 'owner',
        do: 'write',
        text: 'Dobrý den,\n\nočkovací průkaz mám u\u00a0veterináře, dostanu se k\u00a0němu až příští týden. Stačí to tak?',
      },
      {
        after: 7,
        by: marie,
        do: 'write',
        text: 'Dobrý den, paní Nováková,\n\nstačí, času je dost. Číslo bývá i\u00a0na potvrzení o\u00a0čipování, tam ho možná najdete dřív.',
      },
    ],
  }),
  dog({
    owner: 'petr.svoboda@example.cz',
    filedBefore: 12,
    entries: { ...petrDog, dogName: 'Brit', chipNumber: '203 003 400 200 002' },
    steps: [
      ...taken(pavel),
      {
        after: 6,
        by: pavel,
        do: 'act',
        action: () => ({
          type: 'suspend',
          reason: 'Čekáme na vyjádření obce, kde byl pes přihlášený dřív.',
        }),
      },
    ],
  }),
  dog({
    owner: 'jana.novakova@example.cz',
    filedBefore: 40,
    entries: { ...janaDog, dogName: 'Sam', chipNumber: '203 003 400 200 003' },
    steps: [
      ...taken(marie),
      {
        after: 6,
        by: marie,
        do: 'decide',
        outcome: 'refused',
        explanation: 'Úlevu jsme nepřiznali: pes není výcvikem připravený na doprovod nevidomé osoby.',
      },
      {
        after: 7,
        by: marie,
        do: 'act',
        action: today => ({
          type: 'recordService',
          delivery: { way: 'post', sentOn: today.toString(), takenOn: null },
        }),
      },
      {
        after: 12,
        by: 'owner',
        do: 'act',
        action: () => ({ type: 'appeal', reference: 'HK26-00001-B', isLate: false }),
      },
    ],
  }),
  dog({
    owner: 'petr.svoboda@example.cz',
    filedBefore: 21,
    entries: { ...petrDog, dogName: 'Dar', chipNumber: '203 003 400 200 004' },
    steps: [
      { after: 1, by: pavel, do: 'takeOver' },
      {
        after: 2,
        by: pavel,
        do: 'act',
        action: () => ({
          type: 'forward',
          authority: 'Obecní úřad Všestary',
          reason: 'Pes žije na chatě ve Všestarech, poplatek patří tamní obci.',
        }),
      },
    ],
  }),
  dog({
    owner: 'jana.novakova@example.cz',
    filedBefore: 16,
    entries: { ...janaDog, dogName: 'Punťa', chipNumber: '203 003 400 200 005' },
    steps: [
      { after: 1, by: 'owner', do: 'act', action: () => ({ type: 'withdraw', reason: 'Psa jsme vrátili do útulku.' }) },
    ],
  }),
  dog({
    owner: 'petr.svoboda@example.cz',
    filedBefore: 33,
    entries: { ...petrDog, dogName: 'Alík', chipNumber: '203 003 400 200 006' },
    steps: [
      ...taken(pavel),
      {
        after: 9,
        by: pavel,
        do: 'act',
        action: () => ({ type: 'discontinue', reason: 'Pes je už přihlášený, podání bylo odeslané dvakrát.' }),
      },
    ],
  }),
  dog({
    owner: 'jana.novakova@example.cz',
    filedBefore: 35,
    entries: { ...janaDog, dogName: 'Míša', chipNumber: '203 003 400 200 007' },
    steps: [
      ...taken(marie),
      {
        after: 8,
        by: marie,
        do: 'act',
        action: () => ({ type: 'shelve', reason: 'Podání neobsahuje údaje, podle kterých by šlo psa zapsat.' }),
      },
    ],
  }),
];
