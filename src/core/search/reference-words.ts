/** What people type of a reference: HK26-00123-K is also found by hk2600123, 2600123, 00123 and 123. */
export function referenceWords(reference: string): string[] {
  const [prefix = '', number = '', check = ''] = reference.toLowerCase().split('-');
  const words = [
    prefix,
    prefix + number,
    prefix + number + check,
    prefix.slice(2) + number,
    number,
    String(Number(number)),
  ];
  return [...new Set(words.filter(word => word.length > 1))];
}

/** A piece of a query that is typed as a reference is one word, with or without hyphens; null when it is none. */
export function asReferenceWord(piece: string): string | null {
  const typed = piece.toLowerCase().replaceAll(/[-–]/g, '');
  return /^(hk)?\d{2,11}[a-z]?$/.test(typed) ? typed : null;
}
