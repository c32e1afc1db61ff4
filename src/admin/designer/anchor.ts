/** Back to the part of the page whose button was pressed, as the end of an address; nothing for a button without one. */
export function anchorOf(action: string): string {
  const [part] = /^(podminka|moznost|vypocet-\d+|vypocet)/.exec(action) ?? [];
  switch (part) {
    case undefined:
      return '';
    case 'podminka':
      return '#cast-podminka';
    case 'moznost':
      return '#cast-moznosti';
    case 'vypocet':
      return '#cast-vypocet';
    default:
      // Within one step of a computation.
      return `#${part}`;
  }
}
