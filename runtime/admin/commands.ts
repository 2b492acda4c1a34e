import type { Pool } from "pg";
import { makeOwnerAtMachine, moveAddressAtMachine } from "@/db/commands/identity/at-the-machine";
import { forgetAllTries } from "@/db/commands/identity/attempts";
import { resetOwnersFactor } from "@/db/commands/identity/reset-factor";
import { makeCodeAtMachine, sessionCodeMinutes } from "@/db/commands/identity/session-code";
import { staffBeside } from "@/db/queries/identity/staff-beside";
import { type AddressReading, readAddress } from "@/lib/identity/email-address";
import { keyCommands, runKeyCommand } from "@/runtime/admin/keys";
import { sendTrial } from "@/runtime/admin/mail-trial";
import { peopleTable } from "@/runtime/admin/people-table";
import { Fault } from "@/runtime/fault";
import { onTheMachine } from "@/runtime/on-the-machine";

type Command = {
  /** What is typed behind the name. */
  takes: readonly string[];
  does: string;
  run: (pool: Pool, words: readonly string[], now: Date) => Promise<string>;
};

/** What somebody at the machine can do for a practice that is locked out. Of clients they see and change nothing. */
const commands: Record<string, Command> = {
  people: {
    takes: ["ADDRESS"],
    does: "lists everybody who works in the practice of whoever signs in with this address",
    run: async (pool, [email = ""], now) => peopleTable(found(await staffBeside(pool, email, now))),
  },
  owner: {
    takes: ["ADDRESS"],
    does: "makes a colleague an owner, when no owner is left who can sign in",
    run: async (pool, [email = ""], now) => {
      await makeOwnerAtMachine(pool, email, now);
      return "They are an owner from the next sign-in on. Every sign-in of theirs has ended, and every owner is told.";
    },
  },
  address: {
    takes: ["OLD", "NEW"],
    does: "gives somebody who works in a practice another address to sign in with",
    run: async (pool, [from = "", to = ""], now) => {
      await moveAddressAtMachine(pool, { from, to }, now);
      return `They sign in with ${to} from here on, with the password they have. Both addresses are told.`;
    },
  },
  "second-step": {
    takes: ["ADDRESS"],
    does: "takes the second step of an owner away, who lost phone and recovery codes",
    run: async (pool, [email = ""], now) => {
      if (!(await resetOwnersFactor(pool, email, now)))
        throw new Fault("No owner signs in with this address. For anybody else, an owner does it under Colleagues.");
      return "Their second step and recovery codes are gone, and every sign-in of theirs has ended. With the password they set up a new second step.";
    },
  },
  code: {
    takes: ["ADDRESS"],
    does: "makes a one-time code for a new password, where no letter can help",
    run: async (pool, [email = ""], now) => {
      const code = found(await makeCodeAtMachine(pool, email, now));
      return `${code}\nIt sets a new password at /sign-in/with-a-code, once, for ${sessionCodeMinutes} minutes. Every sign-in of theirs has ended, and the next one tells them.`;
    },
  },
  limits: {
    takes: [],
    does: "ends everybody’s waiting at the sign-in",
    run: async (pool) =>
      (await forgetAllTries(pool)) === 0
        ? "Nobody had to wait at the sign-in."
        : "The tries at the sign-in are forgotten. Nobody waits from here on.",
  },
};

const mail = {
  takes: ["ADDRESS"],
  does: "sends one letter to this address now, and says what the mail server answered",
};

const all: Record<string, Pick<Command, "takes" | "does">> = { ...commands, mail, ...keyCommands };

/** `npm run admin -- COMMAND …`. Says what was done, or the sentence that tells what to type; answers the exit code. */
export async function runAdmin({ root, words }: { root: string; words: readonly string[] }): Promise<number> {
  const [name = "", ...rest] = words;
  if (name === "mail" && rest.length === mail.takes.length) return sendTrial(root, rest[0] ?? "");
  const ofKeys = Object.hasOwn(keyCommands, name) ? keyCommands[name] : undefined;
  if (ofKeys && rest.length === ofKeys.takes.length) return runKeyCommand(root, ofKeys, rest);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || rest.length !== command.takes.length) {
    console.error(`${name === "" ? "Say what to do" : wrongWords(name)}:\n\n${howTo()}`);
    return 1;
  }
  return onTheMachine(root, async (pool) => {
    for (const [place, taken] of command.takes.entries())
      refuseUnread(readAddress(rest[place] ?? ""), `${name} ${taken}`);
    return command.run(pool, rest, new Date());
  });
}

const wrongWords = (name: string) =>
  Object.hasOwn(all, name) ? `“${name}” takes other words` : `There is no “${name}”`;

function howTo(): string {
  const lines = Object.entries(all).map(([name, { takes, does }]) => ({
    typed: `npm run admin -- ${[name, ...takes].join(" ")}`,
    does,
  }));
  const width = Math.max(...lines.map(({ typed }) => typed.length));
  return lines.map(({ typed, does }) => `  ${typed.padEnd(width)}  ${does}`).join("\n");
}

function refuseUnread(reading: AddressReading, where: string): void {
  if ("problem" in reading) throw new Fault(`${where}: ${reading.problem}`);
}

function found<T>(what: T | undefined): T {
  if (what === undefined) throw new Fault("Nobody signs in with this address.");
  return what;
}
