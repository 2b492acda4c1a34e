import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { signNote } from "@/db/commands/notes/sign-note";
import { withScope } from "@/db/scope";
import { testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { type AmendForm, amendForm, type SignForm, signForm } from "@/lib/notes/note-forms";

type Words = Partial<Record<"data" | "plan" | "agreed" | "forClient" | "id" | "asksCosign", string>>;

/** A form that signs a note with the headings of DAP. */
export const signing = (appointmentId: string, { id, asksCosign, ...words }: Words = {}): SignForm =>
  signForm.parse({
    ...{ id: id ?? randomUUID(), appointmentId, template: "dap" },
    ...fields({ data: "She came.", ...words }),
    ...(asksCosign && { asksCosign }),
  });

export const amending = (noteId: string, seen: number, words: Words & { reason?: string } = {}): AmendForm => {
  const { reason, ...rest } = words;
  return amendForm.parse({ noteId, seen: String(seen), ...fields(rest), reason: reason ?? "A word was missing." });
};

const fields = ({ data = "", plan = "", agreed = "", forClient = "" }: Words) => ({
  ...{ "part-0": data, "part-2": plan, agreed, forClient },
});

/** Signs the note of a session and gives its id. */
export async function signed(pool: Pool, actor: StaffActor, form: SignForm, now = testNow): Promise<string> {
  await withScope(pool, actor, now, (scope) => signNote(scope, form));
  return form.id;
}
