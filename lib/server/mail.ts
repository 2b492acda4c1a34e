import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { readAddress } from "@/lib/domain/identity/email-address";
import { env } from "./env";
import { describeError, log } from "./log";

type Letter = { readonly to: string; readonly subject: string; readonly text: string };

let transport: { url: string; transporter: Transporter } | undefined;

export const mailIsSet = (): boolean => env().SMTP_URL !== undefined;

/**
 * One letter to one address. False when mail is not set up, the address is not one that every program reads alike,
 * or the server did not take it. The envelope is given outright: nothing is parsed out of a header.
 */
export async function sendLetter({ to, subject, text }: Letter): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) return false;
  const reading = readAddress(to);
  if ("problem" in reading) {
    log.warn("a letter was not sent: its address is not plain");
    return false;
  }
  const { address } = reading;
  if (transport?.url !== SMTP_URL) {
    transport?.transporter.close();
    const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
    transport = { url: SMTP_URL, transporter: createTransport(SMTP_URL, patience as object) };
  }
  try {
    await transport.transporter.sendMail({
      from: { name: "Nearer", address: MAIL_FROM },
      to: { name: "", address },
      envelope: { from: MAIL_FROM, to: [address] },
      subject,
      text,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return true;
  } catch (error) {
    log.error(describeError(error), "a letter was not sent");
    return false;
  }
}
