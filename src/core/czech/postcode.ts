/** Postcode (PSČ): takes what was typed, "500 02" or "50002"; returns five digits, or nothing when it is none. */
export function readPostcode(typed: string): string | undefined {
  const digits = typed.replace(/\s/g, '');
  return /^\d{5}$/.test(digits) ? digits : undefined;
}

/** "500 02" with a no-break space. */
export function formatPostcode(postcode: string): string {
  return `${postcode.slice(0, 3)}\u00a0${postcode.slice(3)}`;
}
