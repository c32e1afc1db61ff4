import { askedTwice } from './asked-twice.ts';
import { conditionNeverTrue } from './condition-never-true.ts';
import { confirmationFits } from './confirmation.ts';
import { englishTitle } from './english-title.ts';
import { feeNotComputed } from './fee-not-computed.ts';
import { feeRowNeverUsed, feeSaidToBeFree, feeWithoutSummary } from './fee.ts';
import { hardSentence } from './hard-sentence.ts';
import { identityNotOffered } from './identity-not-offered.ts';
import { legalClock } from './legal-clock.ts';
import { lifeSituation } from './life-situation.ts';
import { longWord } from './long-word.ts';
import { loosePreposition } from './loose-preposition.ts';
import { missingHint } from './missing-hint.ts';
import { missingLabel } from './missing-label.ts';
import { missingLegalBasis } from './missing-legal-basis.ts';
import { missingWhy } from './missing-why.ts';
import { officialese } from './officialese.ts';
import { orphanTranslation } from './orphan-translation.ts';
import { personalNumberNeedless, personalNumberReason } from './personal-number.ts';
import { planTooLong } from './plan-too-long.ts';
import { responsibleDepartment } from './responsible-department.ts';
import type { Rule } from './rule.ts';
import { tooManyQuestions } from './too-many-questions.ts';
import { unknownPlaceholder } from './unknown-placeholder.ts';
import { unreachable } from './unreachable.ts';
import { fileHint, vendorFormat } from './uploads.ts';
import { vendorSoftware } from './vendor-software.ts';
import { visitWithoutBring } from './visit-without-bring.ts';

/** What an agenda has to satisfy before it is offered, beside being one at all. */
export const rules: readonly Rule[] = [
  missingLabel,
  missingLegalBasis,
  responsibleDepartment,
  lifeSituation,
  conditionNeverTrue,
  unreachable,
  personalNumberReason,
  vendorFormat,
  vendorSoftware,
  identityNotOffered,
  confirmationFits,
  legalClock,
  planTooLong,
  feeWithoutSummary,
  feeRowNeverUsed,
  orphanTranslation,
  unknownPlaceholder,
  feeSaidToBeFree,
  missingWhy,
  missingHint,
  fileHint,
  askedTwice,
  personalNumberNeedless,
  feeNotComputed,
  tooManyQuestions,
  visitWithoutBring,
  englishTitle,
  hardSentence,
  longWord,
  officialese,
  loosePreposition,
];
