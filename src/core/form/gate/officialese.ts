import type { Rule } from './rule.ts';

/** Phrases of offices, and what people say instead. */
export const officialese: Rule = {
  name: 'officialese',
  level: 'warning',
  find: ({ texts }) =>
    texts.flatMap(({ path, text }) => {
      const found = phrases.flatMap(([phrase, instead]) => {
        const words = phrase.exec(text)?.[0];
        return words === undefined ? [] : [`Místo „${words}“ napište ${instead}.`];
      });
      return found.length === 0 ? [] : [{ path, message: found.join(' ') }];
    }),
};

const phrases: [phrase: RegExp, instead: string][] = (
  [
    ['(žadatel(ka)? )?(jste|jsou|je) povin(en|na|ni|ny)', '„musíte“'],
    ['v souladu s[e]?', '„podle“'],
    ['za účelem', '„aby“ nebo „k\u00a0čemu“'],
    ['z důvodu', '„protože“ nebo „kvůli“'],
    ['v případě,? že', '„když“'],
    ['dle', '„podle“'],
    ['(shora|výše|níže) uveden\\p{L}+', 'přímo, o\u00a0co jde'],
    ['předmětn(ý|á|é|ého|ém|ých|ou)', '„tento“ nebo rovnou, o\u00a0co jde'],
    ['prostřednictvím', '„přes“ nebo „pomocí“'],
    ['(bezodkladně|neprodleně)', '„hned“'],
    ['jakož i', '„a\u00a0také“'],
    ['pakliže', '„když“'],
    ['je nutno', '„musíte“ nebo „je potřeba“'],
    ['je možno', '„můžete“ nebo „jde“'],
    ['provést úhradu', '„zaplatit“'],
    ['disponuj\\p{L}+', '„mít“'],
    ['obdrží(te|me)?', '„dostat“'],
    ['oprávněná úřední osoba', '„úředník“'],
    ['ze strany', 'kdo to dělá'],
    ['vykonáv(á|at) trvalý pobyt', '„bydlet“'],
  ] as const
).map(([phrase, instead]) => [new RegExp(`(?<!\\p{L})${phrase.replaceAll(' ', '\\s')}(?!\\p{L})`, 'iu'), instead]);
