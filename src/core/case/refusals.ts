const messages = {
  notAllowed: 'K\u00a0tomuto kroku nemáte oprávnění.',
  alreadyDecided: 'Případ je už vyřízený, tohle s\u00a0ním už udělat nejde.',
  wrongState: 'V\u00a0tomto stavu případu ten krok udělat nejde.',
  reasonMissing: 'Napište důvod předání.',
  explanationMissing: 'Napište odůvodnění, které si žadatel přečte.',
  officerOfAnotherDepartment: 'Vybraný úředník nepatří do vybraného odboru. Vyberte jiného.',
  nothingChanges: 'Nic by se tím nezměnilo, případ už takhle přidělený je.',
};

export type RefusalCode = keyof typeof messages;

export interface Refusal {
  code: RefusalCode;
  /** Czech, for the person who asked. */
  message: string;
}

export function refusal(code: RefusalCode): Refusal {
  return { code, message: messages[code] };
}
