/**
 * Parcel number of the land register (§ 8 of act 256/2013 Sb.): up to five digits, after a slash up to four more; "st."
 * says that it comes from the separate numbering of building parcels. Takes what was typed, also with "p. č."; returns
 * "1234/5" or "st. 123" without needless zeros, or nothing when it is no parcel number.
 */
export function readParcelNumber(typed: string): string | undefined {
  const compact = typed.toLowerCase().replace(/\s/g, '');
  const [, building, number, division] = parcelNumber.exec(compact) ?? [];
  if (number === undefined) return undefined;
  return `${building === undefined ? '' : 'st. '}${number}${division === undefined ? '' : `/${division}`}`;
}

const parcel = String.raw`(?:p(?:arc(?:ela)?)?\.?)?(?:[čc](?:íslo)?\.?)?`;
const parcelNumber = new RegExp(
  String.raw`^${parcel}(st(?:av(?:ební)?)?\.?)?${parcel}0*([1-9]\d{0,4})(?:/0*([1-9]\d{0,3}))?$`,
);
