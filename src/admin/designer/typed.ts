/** What was sent under a name, each value as a text without the line ends of forms; whatever the browser sent. */
export function textsAt(body: unknown, name: string): string[] {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return [];
  const sent: unknown = Object.getOwnPropertyDescriptor(body, name)?.value;
  return (Array.isArray(sent) ? (sent as unknown[]) : [sent])
    .filter(item => typeof item === 'string')
    .map(text => text.replaceAll('\r\n', '\n'));
}

export function textAt(body: unknown, name: string): string {
  return textsAt(body, name)[0] ?? '';
}

/** How many rows a form says it sends under a name; a hundred at most, whatever was sent. */
export function countAt(body: unknown, name: string): number {
  const count = Number(textAt(body, name));
  return Number.isInteger(count) && count > 0 ? Math.min(count, 100) : 0;
}
