import { resetOwnersFactor } from "@/db/commands/identity/reset-factor";
import { Fault } from "@/runtime/fault";
import { onTheMachine } from "@/runtime/on-the-machine";

type Options = { root: string; email: string };

/** The way back in for the last owner, who lost the second step and the recovery codes. */
export const runFactorReset = ({ root, email }: Options): Promise<number> =>
  onTheMachine(root, async (pool) => {
    if (!email.includes("@")) throw new Fault("Say whose: --reset-factor followed by the owner’s e-mail.");
    if (!(await resetOwnersFactor(pool, email, new Date()))) {
      throw new Fault(
        "No owner signs in with this e-mail. For anybody else, an owner does it under Settings, Colleagues.",
      );
    }
    return "Their second step and recovery codes are gone, and every sign-in of theirs has ended. With the password they set up a new second step.";
  });
