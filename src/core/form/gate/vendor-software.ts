import type { Rule } from './rule.ts';

/**
 * Nobody has to own the software of one vendor (§ 13 of act 12/2020): where a program is named, so is another that
 * anybody can have, or a format that any program opens. What people choose from, such as courses of a program, is no demand.
 */
export const vendorSoftware: Rule = {
  name: 'vendor-software',
  level: 'error',
  find: ({ texts }) =>
    texts
      .filter(({ path }) => !/\.options\[\d+\]\.label$/.test(path))
      .flatMap(({ path, text }) => {
        const found = new Set(text.replaceAll(harmless, '').match(named));
        if (found.size === 0) return [];
        const names = [...found].map(name => `„${name}“`).join(', ');
        const message = `Program jednoho výrobce nemá každý: ${names}. Napište jen formát, třeba PDF, nebo dodejte „nebo jiný program“.`;
        return [{ path, message }];
      }),
};

/** Programs of one vendor as people call them; a word that means something else too only in words that leave no doubt. */
const programs = [
  '602\\s?XML(\\s?Filler\\p{L}*)?',
  '(602\\s?|XML\\s?|Form\\s?)Filler\\p{L}*',
  'Software\\s?602(\\s(Form\\s)?Filler\\p{L}*)?',
  'Print2PDF',
  '(MS|Microsoft)[\\s-]?(Office|Word|Excel|PowerPoint|Outlook|Access|Edge|365)\\p{L}*',
  'Office\\s?(365|20\\d\\d)',
  '(balík|program)\\p{L}*\\sOffice',
  'Word(u|em)',
  '(program|aplikac|editor|soubor|dokument)\\p{L}*\\sWord',
  'Excel(u|em)?',
  'PowerPoint(u|em)?',
  'Adobe(\\s(Acrobat|Reader)\\p{L}*)*',
  'Acrobat\\p{L}*(\\sReader\\p{L}*)?',
  '(?<=(ve|pod|pro|systém\\p{L}*)\\s)(MS\\s|Microsoft\\s)?Windows',
  'Internet Explorer\\p{L}*',
  'Google Chrom\\p{L}*',
  'Flash Player\\p{L}*',
  'Silverlight\\p{L}*',
  'AutoCAD\\p{L}*',
  'CorelDRAW\\p{L}*',
  'Photoshop\\p{L}*',
];

const open = ['LibreOffice', 'OpenOffice', 'PDF', 'ODT', 'ODS', 'CSV', 'RTF', 'TXT', 'jin\\p{L}+', 'kterémkoli\\p{L}*'];

const program = `(?:${programs.join('|')})`;
const alternative = `(?:(?:v|ve|jako|pomocí)\\s)?(?:${open.join('|')})`;
const or = '\\s(?:nebo|či|anebo)\\s';
const needless = '(?:nepotřebuj\\p{L}*|nemus\\p{L}+\\smít|mít\\snemus\\p{L}+|není\\s(?:po)?třeba)';

const named = asWords(program);
const harmless = asWords(
  [
    `${program}${or}${alternative}`,
    `${alternative}${or}(?:v\\s|ve\\s)?${program}`,
    `${program}\\s${needless}`,
    `${needless}\\s${program}`,
  ].join('|'),
);

function asWords(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
}
