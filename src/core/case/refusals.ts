const messages = {
  notAllowed: 'K\u00a0tomuto kroku nemáte oprávnění.',
  alreadyDecided: 'Případ je už vyřízený, tohle s\u00a0ním už udělat nejde.',
  wrongState: 'V\u00a0tomto stavu případu ten krok udělat nejde.',
  confirmedTooLate: 'Pět dní na\u00a0potvrzení už uplynulo. Podejte to prosím znovu.',
  confirmedInFuture: 'Potvrzení nejde zapsat dřív, než přišlo.',
  wayOfOthers: 'Takhle podání potvrdit nemůžete.',
  isDueToConfirm: 'Lhůta pro potvrzení ještě neuplynula.',
  notAuthorised: 'Podání se od\u00a0potvrzení změnilo. Potvrďte ho prosím znovu.',
  reasonMissing: 'Napište důvod.',
  explanationMissing: 'Napište odůvodnění, které si žadatel přečte.',
  decisionNotApproved: 'Nejdřív napište rozhodnutí a\u00a0nechte ho schválit vedoucím odboru.',
  decisionIssuedTwice: 'Rozhodnutí v\u00a0tomto případu už je vydané. Vydat druhé nejde.',
  officerOfAnotherDepartment: 'Vybraný úředník nepatří do vybraného odboru. Vyberte jiného.',
  officerBiased: 'Vybraný úředník je v\u00a0tomto případu podjatý. Vyberte jiného.',
  nothingChanges: 'Nic by se tím nezměnilo, případ už takhle přidělený je.',
  noSuchStep: 'Takový krok tato agenda nemá. Vyberte jiný.',
  skipUnexplained: 'Napište, proč krok přeskakujete nebo se k\u00a0němu vracíte.',
  nothingToMend: 'Vyberte, co má žadatel opravit nebo doplnit.',
  untilTooSoon: 'Termín musí být pozdější než dnešek.',
  consequenceMissing: 'Napište, co se stane, když žadatel nic nedoplní.',
  mayNotStandStill: 'U\u00a0tohoto druhu podání zákon přerušení nezná, lhůta poběží dál.',
  isDue: 'Termín pro doplnění ještě neuplynul.',
  mayNotBeExtended: 'U\u00a0tohoto druhu podání zákon prodloužení lhůty nezná.',
  extendedTooMuch: 'O\u00a0tolik dní lhůtu prodloužit nejde.',
  tooLateToExtend: 'Lhůta už uplynula, prodloužit ji nejde.',
  standsStill: 'Lhůta teď stojí. Prodloužit ji půjde, až zase poběží.',
  servedInFuture: 'Doručení nejde zapsat dřív, než k\u00a0němu došlo.',
  takenBeforeSent: 'Převzetí nemůže předcházet odeslání.',
  notServable: 'Vyřízení bez rozhodnutí se nedoručuje.',
  authorityMissing: 'Napište, kterému úřadu věc postupujete.',
  officerLeft: 'Vybraný úředník už případy nevyřizuje. Vyberte jiného.',
  officerLacksAgenda: 'Vybraný úředník tuto agendu nevyřizuje. Vyberte jiného.',
  officerAbsent: 'Vybraný úředník tu teď není. Vyberte někoho jiného.',
  youLackAgenda: 'Tuto agendu podle svých oprávnění nevyřizujete. Požádejte o ni vedoucího nebo správce portálu.',
  nobodyThere: 'V\u00a0tomto odboru zatím nikdo případy nevyřizuje. Vyberte jiný.',
  departmentGone: 'Odbor, který má další krok na starosti, už úřad nemá. Předejte případ jinému odboru.',
  mentionedElsewhere: 'Tento kolega případ nevidí. Vyberte někoho z odboru, který ho má.',
  noSuchCase: 'Takový případ nevidíte. Zkontrolujte značku.',
  sameCase: 'Propojit případ se sebou samým nejde.',
  taskToItself: 'Případ má tento odbor sám. Vyberte jiný odbor.',
  taskInPast: 'Termín nemůže být v\u00a0minulosti.',
  taskNotOpen: 'Tento úkol už nečeká na odpověď.',
  taskOfOthers: 'Tento úkol dostal někdo jiný, odpovědět na něj nemůžete.',
  taskDepartmentGone: 'Takový odbor úřad nemá. Vyberte jiný.',
  alreadyLinked: 'Tyto dva případy už propojené jsou.',
} as const;

export type RefusalCode = keyof typeof messages;

export interface Refusal {
  code: RefusalCode;
  /** Czech, for the person who asked. */
  message: string;
}

export function refusal(code: RefusalCode): Refusal {
  return { code, message: messages[code] };
}
