/**
 * A document as PostgreSQL can keep it: what JSON has no word for is left out, and so is what its texts cannot hold (a null
 * byte, half of a character), which no keyboard types.
 */
export function storable<T extends object>(document: T): { text: string; document: T } {
  const text = JSON.stringify(document, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  );
  return { text, document: JSON.parse(text) as T };
}
