/** Just enough of a browser to sign in and fill in a step: cookies, and the hidden token of a form. */
export class Browser {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** As one of the demo's people. */
  static async signedIn(origin: string, email: string): Promise<Browser> {
    const browser = new Browser(origin);
    await browser.submit('/prihlaseni', { email, password: 'Dobrý den, Hradec 2026' });
    return browser;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(path: string): Promise<{ path: string; html: string; headers: Headers }> {
    const answer = await this.#ask(path, {});
    return { path, html: await answer.text(), headers: answer.headers };
  }

  /** Sends the first form that has this action; gives the path it leads to. */
  async submit(path: string, fields: Record<string, string>, action = path): Promise<string> {
    const { html } = await this.get(path);
    const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1];
    if (!token) throw new Error(`no form at ${path}`);
    return this.post(action, new URLSearchParams({ _csrf: token, ...fields }));
  }

  /** Sends a form; gives the path it leads to. */
  async post(action: string, form: URLSearchParams): Promise<string> {
    const answer = await this.#ask(action, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    const location = answer.headers.get('location');
    if (answer.status !== 303 || !location) throw new Error(`POST ${action} answered ${answer.status}`);
    return new URL(location, this.#origin).pathname;
  }

  async #ask(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Response> {
    const headers = { ...init.headers, cookie: this.cookie };
    const answer = await fetch(this.#origin + path, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}
