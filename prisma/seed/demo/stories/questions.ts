import { question, type Story } from '../story.ts';

const jakub = 'jakub.pospisil';
const podatelna = 'podatelna';

export const questionStories: Story[] = [
  question({
    owner: null,
    filedBefore: 1,
    entries: {
      name: 'Tomáš Malík',
      born: { day: '9', month: '11', year: '1988' },
      homeAddress: { street: 'Pražská třída 88', city: 'Hradec Králové', zip: '500 04' },
      email: 'tomas.malik@example.cz',
      topic: 'Opravy chodníků v\u00a0Kuklenách',
      information:
        'Prosím o\u00a0přehled oprav chodníků v\u00a0Kuklenách za poslední dva roky: ulice, cena a\u00a0zhotovitel.',
    },
  }),
  question({
    owner: 'jana.novakova@example.cz',
    filedBefore: 7,
    entries: {
      name: 'Jana Nováková',
      born: { day: '14', month: '5', year: '1987' },
      homeAddress: { street: 'Střelecká 574/13', city: 'Hradec Králové', zip: '500 02' },
      email: 'jana.novakova@example.cz',
      topic: 'Svoz tříděného odpadu',
      information:
        'Kolik tun plastu a\u00a0papíru se loni vytřídilo na sídlišti Malšovice a\u00a0kolik z\u00a0toho se znovu použilo?',
    },
    steps: [
      {
        after: 1,
        by: podatelna,
        do: 'assign',
        department: 'zivotniho-prostredi',
        reason: 'Údaje o\u00a0odpadech vede odbor životního prostředí.',
      },
      { after: 2, by: 'eva.dolezalova', do: 'takeOver' },
      { after: 3, by: 'eva.dolezalova', do: 'start' },
    ],
    notes: [{ by: 'eva.dolezalova', text: 'Údaje vyžádány od svozové firmy, slíbili je do konce týdne.' }],
  }),
  question({
    owner: null,
    filedBefore: 14,
    entries: {
      applicantKind: 'entity',
      entityName: 'Zelený Hradec, z.\u00a0s.',
      entityIco: '99007894',
      name: 'Alžběta Lípová',
      seat: { street: 'Ulrichovo náměstí 810', city: 'Hradec Králové', zip: '500 02' },
      email: 'info@zeleny-hradec.example',
      phone: '731 222 333',
      topic: 'Kácení na Labském nábřeží',
      information:
        'Žádáme seznam stromů povolených ke kácení na Labském nábřeží v\u00a0tomto roce a\u00a0kopie znaleckých posudků.',
    },
    steps: [
      {
        after: 1,
        by: podatelna,
        do: 'assign',
        officer: 'eva.dolezalova',
        reason: 'Kácení povoluje odbor životního prostředí.',
      },
      { after: 3, by: 'eva.dolezalova', do: 'takeOver' },
      { after: 5, by: 'eva.dolezalova', do: 'start' },
    ],
  }),
  question({
    owner: null,
    filedBefore: 29,
    entries: {
      applicantKind: 'entity',
      entityName: 'Hradecké listy s.r.o.',
      entityIco: '99012341',
      name: 'Ondřej Píša',
      seat: { street: 'Dukelská třída 1713', city: 'Hradec Králové', zip: '500 02' },
      email: 'redakce@hradecke-listy.example',
      topic: 'Výdaje na propagaci města',
      information: 'Kolik město loni zaplatilo za inzerci a\u00a0komu? Prosím o\u00a0rozpis po měsících.',
    },
    steps: [
      { after: 1, by: jakub, do: 'takeOver' },
      { after: 2, by: jakub, do: 'start' },
      {
        after: 9,
        by: jakub,
        do: 'decide',
        outcome: 'granted',
        explanation: 'Rozpis výdajů za inzerci posíláme e-mailem. Odpověď zveřejníme na webu města.',
      },
      { after: 12, by: jakub, do: 'close' },
    ],
  }),
  question({
    owner: null,
    filedBefore: 3,
    entries: {
      name: 'Lenka Bartošová',
      born: { day: '23', month: '2', year: '1975' },
      homeAddress: { street: 'Na Brně 364', city: 'Hradec Králové', zip: '500 06' },
      email: 'lenka.bartosova@example.cz',
      topic: 'Povolení stavby v\u00a0ulici Na Brně',
      information: 'Prosím o\u00a0kopii stavebního povolení na bytový dům v\u00a0ulici Na Brně, parcela 1204/7.',
    },
    steps: [
      {
        after: 1,
        by: podatelna,
        do: 'assign',
        department: 'stavebni',
        reason: 'Povolení vydal stavební odbor a\u00a0má k\u00a0němu spis.',
      },
    ],
  }),
  question({
    owner: 'petr.svoboda@example.cz',
    filedBefore: 9,
    entries: {
      name: 'Petr Svoboda',
      born: { day: '2', month: '11', year: '1979' },
      homeAddress: { street: 'Gočárova třída 1105', city: 'Hradec Králové', zip: '500 02' },
      email: 'petr.svoboda@example.cz',
      topic: 'Nájmy městských bytů',
      information: 'Jaký je průměrný nájem městského bytu za metr čtvereční a\u00a0kolik bytů je teď prázdných?',
    },
    steps: [
      {
        after: 1,
        by: podatelna,
        do: 'assign',
        officer: 'lukas.kopecky',
        reason: 'Městské byty spravuje odbor správy majetku.',
      },
      { after: 2, by: 'lukas.kopecky', do: 'takeOver' },
      { after: 4, by: 'lukas.kopecky', do: 'start' },
    ],
  }),
  question({
    owner: null,
    filedBefore: 17,
    entries: {
      name: 'Vít Sekera',
      born: { day: '1', month: '4', year: '1990' },
      homeAddress: { street: 'Jana Masaryka 1325', city: 'Hradec Králové', zip: '500 12' },
      email: 'vit.sekera@example.cz',
      topic: 'Smlouvy na IT služby',
      information: 'Žádám kopie smluv na správu sítě včetně ceníků za poslední tři roky.',
    },
    steps: [
      { after: 1, by: jakub, do: 'takeOver' },
      { after: 2, by: jakub, do: 'start' },
      {
        after: 10,
        by: jakub,
        do: 'decide',
        outcome: 'partlyGranted',
        explanation:
          'Smlouvy posíláme. Podrobné ceníky jsme začernili, jsou obchodním tajemstvím dodavatele (§\u00a09 zákona č.\u00a0106/1999\u00a0Sb.). Proti tomu se můžete odvolat do 15\u00a0dnů.',
      },
    ],
  }),
  question({
    owner: null,
    filedBefore: 5,
    entries: {
      name: 'Markéta Zelinková',
      born: { day: '19', month: '10', year: '1982' },
      homeAddress: { street: 'Nový Hradec Králové 77', city: 'Hradec Králové', zip: '500 08' },
      email: 'marketa.zelinkova@example.cz',
      phone: '777 909 808',
      topic: 'Čekací doby na přepážkách',
      information: 'Jak dlouho se loni v\u00a0průměru čekalo na přepážce občanských průkazů, po měsících?',
    },
    steps: [
      {
        after: 1,
        by: podatelna,
        do: 'assign',
        officer: 'lenka.jelinkova',
        reason: 'Přepážky občanských průkazů vede správní odbor.',
      },
      { after: 2, by: 'lenka.jelinkova', do: 'takeOver' },
    ],
  }),
];
