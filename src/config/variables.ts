import { isIP } from 'node:net';
import { z } from 'zod';
import { staffGroups } from '../core/identity/staff.ts';
import { isIssuer, isOrigin, isProxies, isSafeUrl, jsonOf } from './checks.ts';

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const number = (name: string, from: number, to: number) =>
  text(
    `is not ${name} (${from}-${to})`,
    value => /^\d+$/.test(value) && Number(value) >= from && Number(value) <= to,
  ).transform(Number);
const attempts = number('a number of attempts in 15 minutes', 1, 1_000_000);
const url = (wanted: string, ...protocols: string[]) =>
  z.string().refine(value => protocols.includes(URL.parse(value)?.protocol ?? ''), { error: `is not ${wanted}` });

const issuer = text('is not an issuer like https://id.example.cz/', isIssuer);
const safeUrl = text('is not an address like https://nia.example.cz/saml', isSafeUrl);

/** The settings by the names of their environment variables. README lists them; a test keeps the two together. */
export const variables = z.object({
  NODE_ENV: oneOf('development', 'test', 'production').default('development'),
  PORT: number('a port number', 1, 65535).default(3000),
  HOST: text('is not an address to listen on', value => isIP(value) > 0 || /^[a-z0-9.-]+$/i.test(value)).default(
    '127.0.0.1',
  ),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url(
    'an address like postgresql://user:password@host:5432/database',
    'postgresql:',
    'postgres:',
  ).optional(),
  SMTP_URL: url('an address like smtp://user:password@host:587', 'smtp:', 'smtps:').optional(),
  MAIL_FROM: text('is not an e-mail address', value => /^[^\s@<>]+@[^\s@<>]+$/.test(value)).default('portal@localhost'),
  PUBLIC_URL: text('is not an address like https://portal.example.cz', isOrigin).optional(),
  ARES_URL: text('is not an address like https://ares.gov.cz', isOrigin).default('https://ares.gov.cz'),
  SECRET_KEY: z
    .string()
    .refine(value => value.length >= 32, { error: 'is shorter than 32 characters' })
    .optional(),
  DEMO: oneOf('on', 'off').optional(),
  REQUIRE_SECOND_FACTOR: oneOf('on', 'off').optional(),
  TRUST_PROXY: text('is neither a number of proxies nor their addresses, divided by commas', isProxies).default('0'),
  LOG_LEVEL: oneOf(...logLevels).default('info'),
  BANKID_ISSUER: issuer.optional(),
  BANKID_CLIENT_ID: z.string().optional(),
  BANKID_CLIENT_SECRET: z.string().optional(),
  STAFF_OIDC_ISSUER: issuer.optional(),
  STAFF_OIDC_CLIENT_ID: z.string().optional(),
  STAFF_OIDC_CLIENT_SECRET: z.string().optional(),
  STAFF_OIDC_GROUPS: z.string().transform(jsonOf).pipe(staffGroups).optional(),
  DATABOX_ATS_ID: text('is not what ISDS calls a service', value => /^[\w.-]{1,50}$/.test(value)).optional(),
  DATABOX_LOGIN_URL: safeUrl.default('https://www.datovka.gov.cz/as/login'),
  DATABOX_CONFIRM_URL: url('an address like https://isds.example.cz/asws', 'https:').default(
    'https://cert.datovka.gov.cz/asws/atsEndpoint',
  ),
  DATABOX_KEY_FILE: z.string().optional(),
  DATABOX_CERT_FILE: z.string().optional(),
  NIA_ENTITY_ID: text('is not an address by which a provider knows the portal', value =>
    URL.canParse(value),
  ).optional(),
  NIA_METADATA_URL: safeUrl.optional(),
  NIA_IDP_ENTITY_ID: z.string().default('urn:microsoft:cgg2010:fpsts'),
  NIA_IDP_CERT_FILE: z.string().optional(),
  NIA_SSO_URL: safeUrl.optional(),
  NIA_SLO_URL: safeUrl.optional(),
  NIA_KEY_FILE: z.string().optional(),
  NIA_CERT_FILE: z.string().optional(),
  NIA_DECRYPTION_KEY_FILE: z.string().optional(),
  NIA_DECRYPTION_CERT_FILE: z.string().optional(),
  RATE_SIGN_IN_PER_ADDRESS: attempts.default(50),
  RATE_SIGN_IN_PER_ACCOUNT: attempts.default(10),
  RATE_REGISTER_PER_ADDRESS: attempts.default(20),
  RATE_RESET_PER_ADDRESS: attempts.default(20),
  RATE_RESET_PER_ACCOUNT: attempts.default(3),
  RATE_STATUS_PER_ADDRESS: attempts.default(30),
  RATE_DRAFTS_PER_ADDRESS: attempts.default(60),
  RATE_UPLOADS_PER_ADDRESS: attempts.default(300),
  RATE_MESSAGES_PER_ADDRESS: attempts.default(60),
  RATE_LOOKS_PER_OFFICER: attempts.default(20),
});

export const settingNames = Object.keys(variables.shape);

export type Variables = z.output<typeof variables>;

function text(complaint: string, accepts: (value: string) => boolean) {
  return z.string().refine(accepts, { error: complaint });
}

function oneOf<const Values extends readonly string[]>(...values: Values) {
  return z.enum(values, { error: `is not one of ${values.join(', ')}` });
}
