/** An address named to somebody it may not belong to: enough to recognise one's own, too little to write to. */
export function maskEmail(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.length > 1 ? name.charAt(0) : ''}…@${host}`;
}
