import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Message } from './message.ts';

export interface OutgoingMail extends Message {
  id: string;
  createdAt: Date;
}

/** Takes a mail off our hands, or rejects. The same mail handed over twice is recognised by its Message-ID. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

interface Settings {
  /** `smtp://user:password@host:port`; without it mails are written to files. */
  smtpUrl: string | undefined;
  /** Folder for .eml files. */
  folder: string;
  /** The sender's address. */
  from: string;
}

export function createMailTransport({ smtpUrl, folder, from }: Settings): MailTransport {
  return smtpUrl === undefined ? toFiles({ folder, from }) : overSmtp({ smtpUrl, from });
}

// A server that does not answer must not hold the mails behind this one for minutes.
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

function overSmtp({ smtpUrl, from }: { smtpUrl: string; from: string }): MailTransport {
  const smtp = createTransport({ url: smtpUrl, ...timeouts });
  return {
    async send(mail) {
      await smtp.sendMail(asMail(mail, from));
    },
    close: () => {
      smtp.close();
    },
  };
}

function toFiles({ folder, from }: { folder: string; from: string }): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const { message } = await composer.sendMail(asMail(mail, from));
      if (!Buffer.isBuffer(message)) throw new Error('nodemailer composed a stream where a buffer was asked for');
      await writeWhole(path.join(folder, `${mail.id}.eml`), message);
    },
    close: () => {
      composer.close();
    },
  };
}

function asMail({ id, to, subject, text, createdAt }: OutgoingMail, from: string): SendMailOptions {
  return {
    from: { name: 'Magistrát města Hradec Králové', address: from },
    // An address as an object is taken as it is: what a person typed cannot become a second recipient.
    to: { name: '', address: to },
    subject,
    text,
    date: createdAt,
    messageId: `<${id}@${from.split('@')[1] ?? 'localhost'}>`,
    // Keeps holiday replies away (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Whoever watches the folder sees a whole file or none. Only the portal's own user may read it. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}.part`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}
