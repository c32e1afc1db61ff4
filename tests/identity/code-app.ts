import { TOTP } from 'otpauth';
import type { Portal } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';

/** The app in a phone: it has scanned the key, and its clock goes with the portal's. */
export interface Phone {
  /** What it shows, some steps of half a minute from now. */
  code: (steps?: number) => string;
}

function phoneWith({ deps }: Portal, key: string): Phone {
  const app = new TOTP({ secret: key.replaceAll(' ', '') });
  return { code: (steps = 0) => app.generate({ timestamp: deps.now().epochMilliseconds + steps * 30_000 }) };
}

/** Turns the second factor on as a person does. Gives the phone and the recovery codes. */
export async function setUpPhone(portal: Portal, visitor: Visitor): Promise<{ phone: Phone; recovery: string[] }> {
  const page = await visitor.get('/ucet/overeni/aplikace');
  const phone = phoneWith(portal, page.$('.qr__key').text());
  const codes = await visitor.submit(page, { fields: { code: phone.code() } });
  if (codes.path !== '/ucet/overeni/kody') throw new Error(`not turned on: ${codes.text}`);
  const recovery = codes
    .$('.recovery-codes code')
    .toArray()
    .map(code => codes.$(code).text());
  return { phone, recovery };
}
