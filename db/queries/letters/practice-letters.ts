import { and, desc, eq, ne } from "drizzle-orm";
import { account, practice } from "@/db/schema/identity";
import { practiceLetters } from "@/db/schema/practice-letters";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { usualSender } from "@/lib/messages/sender-name";
import { authorize } from "@/lib/policy";

export type PracticeLetters = { sender: string; replyTo: string | null };

/** How letters of the practice look, by what was chosen last. */
export async function practiceLettersOf({ actor, tx }: Scope): Promise<PracticeLetters> {
  const [newest] = await tx
    .select({ sender: practiceLetters.sender, replyTo: practiceLetters.replyTo })
    .from(practiceLetters)
    .where(eq(practiceLetters.practiceId, actor.practiceId))
    .orderBy(desc(practiceLetters.setAt))
    .limit(1);
  return newest ?? { sender: usualSender, replyTo: null };
}

/** The same for the page on which it is chosen. */
export async function getPracticeLetters(scope: Scope<StaffActor>): Promise<PracticeLetters> {
  authorize(scope.actor, "practice.settings");
  return practiceLettersOf(scope);
}

/** What a name above letters to clients may not hold: that of the practice, and of everybody who works in it. */
export async function namesInPractice({ actor, tx }: Scope<StaffActor>): Promise<string[]> {
  authorize(actor, "practice.settings");
  const [home] = await tx
    .select({ name: practice.name })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId));
  const people = await tx
    .select({ name: account.name })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), ne(account.role, "client")));
  return [...(home ? [home.name] : []), ...people.map(({ name }) => name)];
}
