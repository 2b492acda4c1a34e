import { readAddress } from "@/lib/identity/email-address";
import { Fault } from "@/runtime/fault";
import { readSettings } from "@/runtime/settings";
import { complain } from "@/runtime/supervisor";
import { transportTo } from "@/runtime/worker/smtp";

/** Sends one letter on the way that every letter goes, and says what the server answered. It names no practice. */
export async function sendTrial(root: string, to: string): Promise<number> {
  try {
    const reading = readAddress(to);
    if ("problem" in reading) throw new Fault(`mail ADDRESS: ${reading.problem}`);
    const { SMTP_URL: url, MAIL_FROM: from } = process.env;
    const { PLAIN_TRANSPORT: plain } = readSettings(root, false, process.env);
    if (!url || !from)
      throw new Fault("No mail is set up. Set SMTP_URL and MAIL_FROM as you do when you start Nearer.");
    const { response } = await transportTo(url, plain).sendMail({
      from: { name: "Nearer", address: from },
      to: { name: "", address: reading.address },
      subject: "A letter to try the mail server",
      text: "Somebody at the computer of Nearer tried whether letters go out. This one did. Nothing is to be done.",
      headers: { "Auto-Submitted": "auto-generated" },
    });
    console.log(`The mail server took it: ${response}`);
    return 0;
  } catch (error) {
    complain(error instanceof Fault ? error : new Fault(`The mail server did not take it: ${reasonOf(error)}`));
    return 1;
  }
}

const reasonOf = (error: unknown) => {
  const { response, message } = error as { response?: string; message?: string };
  return response ?? message ?? "it gave no reason";
};
