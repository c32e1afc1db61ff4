/**
 * Registration plate of a vehicle: five to eight letters and digits, at least one of them a digit, none of G, O, Q, W
 * (regulation 343/2014 Sb.). Lenient, because plates on request and historical ones vary. Takes what was typed, with
 * spaces or hyphens; returns upper case without them, or nothing.
 */
export function readLicencePlate(typed: string): string | undefined {
  const plate = typed.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-FH-NPR-VX-Z\d]{5,8}$/.test(plate) && /\d/.test(plate) ? plate : undefined;
}
