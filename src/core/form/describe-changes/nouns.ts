/** What an agenda consists of, as Czech declines it: nominative, genitive, accusative. */
export const nouns = {
  agenda: { one: 'agenda', of: 'agendy', accusative: 'agendu', gender: 'f' },
  step: { one: 'krok', of: 'kroku', accusative: 'krok', gender: 'm' },
  question: { one: 'otázka', of: 'otázky', accusative: 'otázku', gender: 'f' },
  declaration: { one: 'prohlášení', of: 'prohlášení', accusative: 'prohlášení', gender: 'n' },
  group: { one: 'skupina', of: 'skupiny', accusative: 'skupinu', gender: 'f' },
  computed: { one: 'výpočet', of: 'výpočtu', accusative: 'výpočet', gender: 'm' },
  heading: { one: 'nadpis', of: 'nadpisu', accusative: 'nadpis', gender: 'm' },
  explanation: { one: 'vysvětlení', of: 'vysvětlení', accusative: 'vysvětlení', gender: 'n' },
  option: { one: 'možnost', of: 'možnosti', accusative: 'možnost', gender: 'f' },
  attachment: { one: 'příloha', of: 'přílohy', accusative: 'přílohu', gender: 'f' },
  rule: { one: 'kontrola', of: 'kontroly', accusative: 'kontrolu', gender: 'f' },
  price: { one: 'položka ceníku', of: 'položky ceníku', accusative: 'položku ceníku', gender: 'f' },
  rate: { one: 'sazba', of: 'sazby', accusative: 'sazbu', gender: 'f' },
  bring: {
    one: 'věc k\u00a0návštěvě',
    of: 'věci k\u00a0návštěvě',
    accusative: 'věc k\u00a0návštěvě',
    gender: 'f',
  },
  law: { one: 'předpis', of: 'předpisu', accusative: 'předpis', gender: 'm' },
  planStep: { one: 'krok vyřízení', of: 'kroku vyřízení', accusative: 'krok vyřízení', gender: 'm' },
  letter: { one: 'dopis', of: 'dopisu', accusative: 'dopis', gender: 'm' },
} as const satisfies Record<string, Noun>;

export type NounName = keyof typeof nouns;

interface Noun {
  one: string;
  of: string;
  accusative: string;
  gender: 'm' | 'f' | 'n';
}
