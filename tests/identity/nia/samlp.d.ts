/** As much of the peer's libraries as the tests use; they bring no types. */
declare module 'samlp' {
  import type { RequestHandler } from 'express';
  interface Samlp {
    auth: (options: object) => RequestHandler;
    logout: (options: object) => RequestHandler;
  }
  const samlp: Samlp;
  export default samlp;
}

declare module 'saml' {
  interface Saml {
    Saml20: { createUnsignedAssertion: (options: object) => string };
  }
  const saml: Saml;
  export default saml;
}

declare module 'saml/lib/xml/encrypt.js' {
  type Encrypt = (xml: string, done: (error: Error | null, encrypted: string) => void) => void;
  const encryption: { fromEncryptXmlOptions: (options: object) => Encrypt };
  export default encryption;
}
