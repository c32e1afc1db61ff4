/** "1 250,5" with no-break spaces, at most four decimal places. */
export function formatNumber(value: number): string {
  return value.toLocaleString('cs-CZ', { maximumFractionDigits: 4 });
}

/** "1 250 Kč", or "99,50 Kč" when there are hallers. */
export function formatCrowns(value: number): string {
  const amount = Number.isInteger(value)
    ? formatNumber(value)
    : value.toLocaleString('cs-CZ', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${amount}\u00a0Kč`;
}
