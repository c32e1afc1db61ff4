/**
 * An address as one line, of what the attribute CurrentAddress holds: base64 of a sequence of elements without a root (eIDAS SAML
 * Attribute Profile 1.2, section 2.2.2: LocatorDesignator, Thoroughfare, PostName, PostCode, CvaddressArea). Null when there
 * is none to read.
 */
export function addressOf(attribute: string): string | null {
  const said = leavesOf(attribute);
  const number = said('LocatorDesignator');
  const town = said('PostName') || said('CvaddressArea');
  // Where streets have no names, a house has its number in the part of the town.
  const street = said('Thoroughfare') || said('CvaddressArea') || town;
  const first = number === '' ? said('Thoroughfare') : `${street} ${number}`.trim();
  const second = `${postcode(said('PostCode'))} ${town}`.trim();
  const line = [first, second].filter(part => part !== '').join(', ');
  return line === '' || number + town === '' ? null : line.slice(0, 500);
}

/**
 * The code of a place in RÚIAN (Kód ADM), of what the attribute TRadresaID holds: base64 of XML with the codes of the address in
 * the basic registers (adresniMistoKod among them). Null when there is none.
 */
export function addressPlaceOf(attribute: string): number | null {
  const code = leavesOf(attribute)('adresniMistoKod');
  return /^\d{1,9}$/.test(code) ? Number(code) : null;
}

/** The texts of elements that hold nothing but text, by their names without prefixes; '' for one that is not there. */
function leavesOf(base64: string): (name: string) => string {
  const xml = decoded(base64);
  const leaves = new Map(
    [...xml.matchAll(/<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>([^<>]*)<\/(?:[\w.-]+:)?\1\s*>/g)].map(
      ([, name = '', text = '']) => [name.toLowerCase(), plain(text)],
    ),
  );
  return name => leaves.get(name.toLowerCase()) ?? '';
}

const longest = 10_000;

function decoded(base64: string): string {
  const packed = base64.replaceAll(/\s/g, '');
  if (packed.length > longest || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.fromBase64(packed));
  } catch {
    return '';
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  return text
    .replaceAll(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => entities[name] ?? '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** As it is written in Czech: 500 02. */
function postcode(text: string): string {
  return text.replace(/^(\d{3})\s?(\d{2})$/, '$1 $2');
}
