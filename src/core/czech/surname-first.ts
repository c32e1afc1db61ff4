/** Firms and societies go by their whole name; this is how their names end. */
const legalForm =
  /(\b(s\.\s?r\.\s?o|a\.\s?s|v\.\s?o\.\s?s|k\.\s?s|s\.\s?p|o\.\s?p\.\s?s|z\.\s?s|z\.\s?ú|p\.\s?o)\.?|\bspol\. s|\b(spolek|nadace|ústav|organizace|družstvo))(?=$|[\s,.])/iu;
/** Before a name: "Ing.", "doc. RNDr."; never a Christian name shortened to its letter. */
const title = /^\p{L}{2,}\.$/u;

/** A name as it is filed: "Nováková Jana" for "Ing. Jana Nováková, Ph.D.". The name of a firm stays as it is. */
export function surnameFirst(name: string): string {
  const written = name.trim().replaceAll(/\s+/g, ' ');
  if (legalForm.test(written)) return written;
  const [person = ''] = written.split(',');
  const words = person.split(' ').filter(word => word !== '' && !title.test(word));
  const surname = words.at(-1);
  return surname === undefined ? written : [surname, ...words.slice(0, -1)].join(' ');
}

/** The order of people by their names, as Czech sorts: for `toSorted`. */
export function compareNames(a: string, b: string): number {
  return collator.compare(surnameFirst(a), surnameFirst(b));
}

const collator = new Intl.Collator('cs');
