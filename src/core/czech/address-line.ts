export interface AddressParts {
  street: string;
  city: string;
  zip: string;
}

/**
 * An address written in one line, as registers give it ("Střelecká 45, 500 02 Hradec Králové"), in the parts a form asks for.
 * Null when it cannot be told for sure which part is which: a person then types it rather than mends it.
 */
export function readAddressLine(line: string): AddressParts | null {
  const parts = line
    .split(',')
    .map(part => part.trim().replaceAll(/\s+/g, ' '))
    .filter(part => part !== '');
  const at = parts.findIndex(part => town.test(part));
  const [, zip, city] = town.exec(parts[at] ?? '') ?? [];
  if (at < 1 || zip === undefined || city === undefined || !isCountry(parts.slice(at + 1))) return null;
  return { street: parts.slice(0, at).join(', '), city, zip: zip.replace(' ', '') };
}

const town = /^(\d{3} ?\d{2}) (\D.*)$/;

/** Behind the town there is nothing, or that it is in this country. */
function isCountry(rest: string[]): boolean {
  return rest.length === 0 || (rest.length === 1 && /^(Česko|Česká republika|CZ|Czech Republic)$/i.test(rest[0] ?? ''));
}
