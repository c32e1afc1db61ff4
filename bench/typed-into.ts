import type { Entry } from '../src/core/form/answers.ts';

/** What somebody types into a question of that type; into most of them something else for each number. */
export function typedInto(type: string, number: number): Entry | undefined {
  switch (type) {
    case 'text':
      return `Lavička do parku č. ${number}`;
    case 'longText':
      return 'Chceme postavit lavičky.\r\n'.repeat(110);
    case 'number':
      return `${10 + number}`;
    case 'money':
      return `1 ${250 + (number % 750)} Kč`;
    case 'date':
      return { day: '1', month: '6', year: '2026' };
    case 'yesNo':
      return 'yes';
    case 'oneOf':
      return 'b';
    case 'severalOf':
      return ['a', 'c'];
    case 'email':
      return `jana.novakova${number}@example.cz`;
    case 'phone':
      return `777 ${100_000 + number}`;
    case 'birthNumber':
      return birthNumber(number);
    case 'landParcel':
      return { area: 'Kukleny', parcel: '1234/5' };
    case 'person':
      return { given: 'Jana', family: 'Nová', day: '1', month: '2', year: '1980', ...address };
    case 'organisation':
      return { name: 'Spolek přátel parku', ico: '00268810', ...address };
    case 'ico':
      return '00268810';
    case 'bankAccount':
      return '19-2000145399/0800';
    case 'dataBox':
      return 'bebb2in';
    case 'licencePlate':
      return '1H2 3456';
    case 'time':
      return '14:30';
    case 'declaration':
      return 'yes';
    case 'address':
      return address;
    default:
      return undefined;
  }
}

const address = { street: 'Střelecká 1', city: 'Hradec Králové', zip: '500 02' };

/** Of somebody born in February 1980; the last digit checks the others. */
function birthNumber(number: number): string {
  const digits = 800_201_000 + number;
  return digits % 11 === 10 ? birthNumber(number + 500) : `${digits}${digits % 11}`;
}
