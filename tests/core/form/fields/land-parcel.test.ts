import { fieldTable } from './table.ts';

fieldTable({
  type: 'landParcel',
  accepts: [
    [
      { area: ' Hradec Králové ', parcel: '1234/5' },
      { area: 'Hradec Králové', parcel: '1234/5' },
      ['parcela 1234/5, katastrální území Hradec Králové'],
    ],
    [
      { area: 'Svinary', parcel: 'st.215' },
      { area: 'Svinary', parcel: 'st. 215' },
      ['parcela st.~215, katastrální území Svinary'],
    ],
  ],
  refuses: [
    [{ area: '', parcel: '12' }, 'Doplňte katastrální území', 'area'],
    [{ area: 'x'.repeat(121), parcel: '12' }, 'Zkraťte text na nejvýš 120~znaků, teď jich má 121', 'area'],
    [{ area: 'Věkoše' }, 'Doplňte číslo parcely, třeba 1234/5 nebo st.~123', 'parcel'],
    [{ area: 'Věkoše', parcel: '12, 13' }, 'Zadejte číslo jedné parcely, třeba 1234/5 nebo st.~123', 'parcel'],
  ],
});
