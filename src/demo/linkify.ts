export interface Piece {
  text: string;
  /** Only for links into the portal; the demo's mails hold no others. */
  href?: string;
}

/** A line of a mail as the reader's program shows it: what leads to the portal is a link, without its host. */
export function linkify(line: string, publicUrl: string): Piece[] {
  return line
    .split(/(https?:\/\/\S+)/)
    .filter(text => text !== '')
    .map(text => (text.startsWith(`${publicUrl}/`) ? { text, href: text.slice(publicUrl.length) } : { text }));
}
