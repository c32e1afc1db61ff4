import type { Question, QuestionType } from '../definition.ts';
import { address } from './address.ts';
import { bankAccount } from './bank-account.ts';
import { birthNumber } from './birth-number.ts';
import { dataBox } from './data-box.ts';
import { date } from './date.ts';
import { declaration } from './declaration.ts';
import { email } from './email.ts';
import { ico } from './ico.ts';
import type { FieldKind, Kind, Shape } from './kind.ts';
import { landParcel } from './land-parcel.ts';
import { licencePlate } from './licence-plate.ts';
import { longText } from './long-text.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { oneOf } from './one-of.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { severalOf } from './several-of.ts';
import { text } from './text.ts';
import { time } from './time.ts';
import { yesNo } from './yes-no.ts';

/** The kind of a question, by its type. */
export function kindOf(question: Question): Kind {
  return kinds[question.type];
}

/** How the browser sends the answer to a question. */
export function shapeOf(question: Question): Shape {
  const kind = kindOf(question);
  return kind.parts?.(question) ?? kind.shape;
}

const kinds: { [T in QuestionType]: FieldKind<T> } = {
  text,
  longText,
  number,
  money,
  date,
  time,
  yesNo,
  oneOf,
  severalOf,
  email,
  phone,
  address,
  person,
  organisation,
  birthNumber,
  ico,
  bankAccount,
  dataBox,
  licencePlate,
  landParcel,
  declaration,
};
