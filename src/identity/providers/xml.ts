import { parseDomFromString } from '@node-saml/node-saml/lib/xml.js';

/** As much of a DOM element as reading an answer takes; the library's own types are those of a browser. */
export interface XmlElement {
  readonly localName: string | null;
  readonly namespaceURI: string | null;
  readonly textContent: string | null;
  /** Null of what is no element. */
  readonly childNodes: ArrayLike<XmlElement> | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  toString(): string;
}

/** What came is not what it should be. The message is for the log: it quotes nothing that came. */
export class Malformed extends Error {}

/** Many times as many as any message has; whatever walks through the elements walks no deeper. */
const mostTags = 2000;

/** The root of a document. One with a document type or entities is no provider's; a comment would only divide a name. */
export async function parseXml(xml: string): Promise<XmlElement> {
  if (xml.split('<').length > mostTags) throw new Malformed('too many elements');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Malformed('document type');
  if (xml.includes('<!--')) throw new Malformed('comment');
  try {
    const { documentElement } = (await parseDomFromString(xml)) as { documentElement: XmlElement };
    return documentElement;
  } catch {
    throw new Malformed('no XML');
  }
}

/** The elements of that name right below. */
export function children(parent: XmlElement, namespace: string, name: string): XmlElement[] {
  return nodesOf(parent).filter(node => node.localName === name && node.namespaceURI === namespace);
}

/** The one element of that name right below; null when there is none. Two are one too many. */
export function child(parent: XmlElement | null, namespace: string, name: string): XmlElement | null {
  const [first, ...others] = parent ? children(parent, namespace, name) : [];
  if (others.length > 0) throw new Malformed(`more than one ${name}`);
  return first ?? null;
}

/** Every element below, whatever its depth. */
export function descendants(parent: XmlElement): XmlElement[] {
  return nodesOf(parent).flatMap(node => [node, ...descendants(node)]);
}

function nodesOf(parent: XmlElement): XmlElement[] {
  return Array.from(parent.childNodes ?? []);
}

/** The text of an element; null when it is not there or empty. */
export function textOf(element: XmlElement | null): string | null {
  const text = element?.textContent?.trim() ?? '';
  return text === '' ? null : text;
}

/** An attribute; null when it is not there. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  return element?.hasAttribute(name) === true ? element.getAttribute(name) : null;
}
