import type { Response } from 'express';

/** This page shows another page of the portal within itself, such as a preview. */
export function framesOurPages(res: Response): void {
  setDirective(res, 'frame-src', "'self'");
}

/** This page is made to be shown within another page of the portal; nobody else may. */
export function framedByUs(res: Response): void {
  setDirective(res, 'frame-ancestors', "'self'");
}

/** Changes one line of the policy that the security headers have set. */
function setDirective(res: Response, name: string, value: string): void {
  const policy = String(res.getHeader('Content-Security-Policy') ?? '').split(';');
  const others = policy.filter(
    directive => directive !== '' && directive !== name && !directive.startsWith(`${name} `),
  );
  res.setHeader('Content-Security-Policy', [...others, `${name} ${value}`].join(';'));
}
