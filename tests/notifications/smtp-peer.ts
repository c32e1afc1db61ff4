import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Delivered {
  recipients: string[];
  mail: ParsedMail;
}

/** A mail server that can be switched off and on again at the same port, and be told to refuse recipients. */
export class SmtpPeer {
  readonly delivered: Delivered[] = [];
  refuseRecipients = false;
  #server: SMTPServer | undefined;
  #port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, answer) => {
        if (this.refuseRecipients) answer(new Error(`<${address}>: no such mailbox`));
        else answer();
      },
      onData: (stream, { envelope }, answer) => {
        void simpleParser(stream).then(mail => {
          this.delivered.push({ recipients: envelope.rcptTo.map(({ address }) => address), mail });
          answer();
        }, answer);
      },
    });
    const listening = this.#server.listen(this.#port, '127.0.0.1');
    await once(listening, 'listening');
    this.#port = (listening.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) {
      await new Promise<void>(resolve => {
        server.close(resolve);
      });
    }
  }
}
