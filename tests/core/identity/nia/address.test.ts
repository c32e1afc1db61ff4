import { describe, expect, test } from 'vitest';
import { addressOf, addressPlaceOf } from '../../../../src/core/identity/nia/address.ts';

const packed = (xml: string): string => Buffer.from(xml).toString('base64');
const place = (parts: Record<string, string>): string =>
  packed(
    Object.entries(parts)
      .map(([name, text]) => `<eidas:${name}>${text}</eidas:${name}>`)
      .join('\r\n'),
  );

describe('an address of eIDAS', () => {
  const street = { LocatorDesignator: '1240/5', Thoroughfare: 'Ulrichovo náměstí', PostName: 'Hradec Králové' };
  test.each<[string, string, string | null]>([
    ['a street', place({ ...street, PostCode: '50002' }), 'Ulrichovo náměstí 1240/5, 500 02 Hradec Králové'],
    ['no postcode', place(street), 'Ulrichovo náměstí 1240/5, Hradec Králové'],
    [
      // As Identita občana sends it: an empty street, the village as the area.
      'a village without streets',
      place({
        LocatorDesignator: '131',
        Thoroughfare: '',
        PostName: 'Arnoltice u Děčína',
        PostCode: '40714',
        CvaddressArea: 'Arnoltice',
      }),
      'Arnoltice 131, 407 14 Arnoltice u Děčína',
    ],
    ['a town alone', place({ PostName: 'Praha' }), 'Praha'],
    [
      'a foreign postcode',
      place({ ...street, PostCode: 'SW1A 1AA' }),
      'Ulrichovo náměstí 1240/5, SW1A 1AA Hradec Králové',
    ],
    ['entities', place({ ...street, Thoroughfare: 'U Dvou &amp; tří' }), 'U Dvou & tří 1240/5, Hradec Králové'],
    ['an entity once', place({ ...street, Thoroughfare: '&amp;lt;' }), '&lt; 1240/5, Hradec Králové'],
    [
      'no prefix, a root',
      packed('<A xmlns="x"><LocatorDesignator>7</LocatorDesignator><PostName>Brno</PostName></A>'),
      'Brno 7, Brno',
    ],
    ['white space', place({ LocatorDesignator: '\n 7 \n', PostName: ' Brno ' }), 'Brno 7, Brno'],
    ['nothing', '', null],
    ['no base64', 'ř!', null],
    ['no UTF-8', Buffer.of(0xff, 0xfe, 0x3c).toString('base64'), null],
    ['no XML', packed('Ulrichovo náměstí'), null],
    ['a postcode alone', place({ PostCode: '50002' }), null],
    ['more than anybody lives at', place({ ...street, Thoroughfare: 'x'.repeat(20_000) }), null],
  ])('%s', (_name, attribute, expected) => {
    expect(addressOf(attribute)).toBe(expected);
  });
});

describe('a place of the registers', () => {
  test.each<[string, string, number | null]>([
    [
      'a code',
      packed('<TRadresaID><obecKod>569810</obecKod><adresniMistoKod>22650831</adresniMistoKod></TRadresaID>'),
      22650831,
    ],
    ['a prefix', packed('<r:TRadresaID><r:adresniMistoKod>7</r:adresniMistoKod></r:TRadresaID>'), 7],
    ['no code', packed('<TRadresaID><obecKod>569810</obecKod></TRadresaID>'), null],
    ['no number', packed('<adresniMistoKod>Hradec</adresniMistoKod>'), null],
    ['too long a number', packed('<adresniMistoKod>12345678901</adresniMistoKod>'), null],
    ['nothing', '', null],
  ])('%s', (_name, attribute, expected) => {
    expect(addressPlaceOf(attribute)).toBe(expected);
  });
});
