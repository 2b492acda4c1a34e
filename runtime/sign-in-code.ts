import { makeCodeAtMachine, sessionCodeMinutes } from "@/db/commands/identity/session-code";
import { Fault } from "@/runtime/fault";
import { onTheMachine } from "@/runtime/on-the-machine";

type Options = { root: string; email: string };

/** A one-time code for a new password, where no mail is set up and nobody else can make one. It is told at the sign-in. */
export const runSignInCode = ({ root, email }: Options): Promise<number> =>
  onTheMachine(root, async (pool) => {
    if (!email.includes("@")) throw new Fault("Say whose: --sign-in-code followed by their e-mail.");
    const code = await makeCodeAtMachine(pool, email, new Date());
    if (!code) throw new Fault("Nobody signs in with this e-mail.");
    return `${code}\nIt sets a new password at /sign-in/with-a-code, once, for ${sessionCodeMinutes} minutes. Every sign-in of theirs has ended, and the next one tells them.`;
  });
