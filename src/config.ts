import type { StaffGroups } from './core/identity/staff.ts';
import type { logLevels } from './config/variables.ts';

/** What the environment says, checked. Everything else reads this, never `process.env`. */
export interface Config {
  production: boolean;
  port: number;
  host: string;
  /** Absolute. Files, mail without SMTP, the built-in database and the generated key lie here. */
  dataDir: string;
  /** Undefined: the portal runs its own PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  /** Undefined: mail is written to `dataDir`. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Where people reach the portal; without a slash at the end. */
  publicUrl: string;
  /** The register of economic subjects; without a slash at the end. */
  aresUrl: string;
  secretKey: string;
  /** Seeded people who sign in by one click. Never in production, never beyond this machine. */
  demo: boolean;
  /** The office opens only to officers who proved who they are in two ways. */
  requireSecondFactor: boolean;
  /** Which proxies may say who the visitor is; as Express takes it. */
  trustProxy: number | string[];
  /** Signing in by a data box; left out where it is off. */
  dataBox?: DataBoxGate | undefined;
  /** Bank iD and the office's own OpenID Connect; undefined is off. */
  bankId: OidcClient | undefined;
  staff: (OidcClient & { groups: StaffGroups }) | undefined;
  /** The provider of the demo, which starts with the process. */
  demoProvider: OidcClient | undefined;
  /** Identita občana; left out where it is off. */
  nia?: Nia | undefined;
  rates: Rates;
  logLevel: (typeof logLevels)[number];
}

/** Whether the portal can have somebody's identity proved. */
export function provesIdentity({
  nia,
  bankId,
  demoProvider,
}: Pick<Config, 'nia' | 'bankId' | 'demoProvider'>): boolean {
  return (nia ?? bankId ?? demoProvider) !== undefined;
}

/** The portal as a provider of OpenID Connect knows it. */
export interface OidcClient {
  /** As the provider writes it: a slash at its end matters. */
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** The portal and Identita občana, as SAML 2.0 has them know each other. */
export interface Nia {
  /** What the portal is called there. */
  entityId: string;
  idpEntityId: string;
  /** Its metadata; undefined where this machine does not reach them, only browsers do. */
  metadataUrl?: string | undefined;
  /** PEM, of those that may have signed an answer. */
  certificates: string[];
  ssoUrl: string;
  /** Undefined: signing out here does not sign out there. */
  sloUrl: string | undefined;
  signing: KeyPair;
  decryption: KeyPair;
}

/** The portal and the gate by which ISDS lets other systems sign people in by their data box. */
export interface DataBoxGate {
  /** What the portal is called there. */
  atsId: string;
  /** Where people sign in. */
  loginUrl: string;
  /** Where the portal asks, by its certificate, who came back. */
  confirmUrl: string;
  client: KeyPair;
}

/** Both as PEM. */
export interface KeyPair {
  key: string;
  certificate: string;
}

/** Attempts in 15 minutes. */
interface Rates {
  signInPerAddress: number;
  signInPerAccount: number;
  registerPerAddress: number;
  resetPerAddress: number;
  resetPerAccount: number;
  statusPerAddress: number;
  draftsPerAddress: number;
  uploadsPerAddress: number;
  messagesPerAddress: number;
  looksPerOfficer: number;
}
