import { attributeOf, child, children, Malformed, parseXml, textOf } from '../xml.ts';

/** As the documentation has it; the WSDL that comes with it says v1_1. */
export const namespace = 'http://agw-as.cz/ats-ws/v1';
const namespaces = [namespace, `${namespace}_1`];
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

/** What ISDS says of a session: how asking went, and the values of whoever it is by the names of attributes. */
export interface Confirmation {
  status: string;
  attributes: ReadonlyMap<string, string>;
}

/** Reads an answer to `authConfirmation`; throws Malformed of anything else. */
export async function readConfirmation(xml: string): Promise<Confirmation> {
  const envelope = await parseXml(xml);
  if (envelope.localName !== 'Envelope' || envelope.namespaceURI !== soap) throw new Malformed('no Envelope');
  const body = child(envelope, soap, 'Body');
  if (child(body, soap, 'Fault')) throw new Malformed('SOAP fault');
  for (const own of namespaces) {
    const response = child(body, own, 'authConfirmationResponse');
    const status = textOf(child(response, own, 'status'));
    if (response && status !== null)
      return { status, attributes: attributesIn(child(response, own, 'attributes'), own) };
  }
  throw new Malformed('no authConfirmationResponse');
}

/** One that is said twice is not believed. */
function attributesIn(list: ReturnType<typeof child>, own: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const attribute of list ? children(list, own, 'attribute') : []) {
    const name = attributeOf(attribute, 'name') ?? '';
    if (attributes.has(name)) throw new Malformed('attribute said twice');
    attributes.set(name, attributeOf(attribute, 'value') ?? '');
  }
  return attributes;
}
