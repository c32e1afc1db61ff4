/**
 * A browser in words a person knows: "Firefox, Windows". In goes the User-Agent header, of which only what tells browsers
 * apart is read; what is not known is null, and the page says so.
 */
export function browserWords(userAgent: string): string | null {
  const words = [first(browsers, userAgent), first(systems, userAgent)].filter(word => word !== undefined);
  return words.length > 0 ? words.join(', ') : null;
}

type Marks = readonly (readonly [mark: string, name: string])[];

/** In this order: most browsers also say that they are like the ones below. */
const browsers: Marks = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Seznam.cz/', 'Seznam.cz'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];

const systems: Marks = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
];

function first(marks: Marks, userAgent: string): string | undefined {
  return marks.find(([mark]) => userAgent.includes(mark))?.[1];
}
