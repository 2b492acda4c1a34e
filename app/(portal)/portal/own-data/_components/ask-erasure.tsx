import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { FormCheckbox } from "@/components/forms/form-words";
import { task } from "@/components/shell/task";
import { askForErasure } from "../actions";

/** Asking to be erased: what happens at once, what waits for a talk, and that it can be taken back. */
export function AskErasure({ name }: { name: string }) {
  return (
    <section className={task}>
      <h2>Have it erased</h2>
      <p>
        You can ask your practice to erase what it holds about you. Your pages are then empty at once: nobody who signs
        in as you can read them. {name} learns of it, and talks with you alone before anything is taken out. That takes
        a month at most. Until your practice has answered, you can take it back here.
      </p>
      <p>
        No letter comes to you about this. “I don’t feel safe” goes on working. If you want a file of your pages, save
        it first.
      </p>
      <ActionForm
        action={askForErasure}
        fold="Ask for it"
        submit="Ask for it now"
        busy="Asking…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <input type="hidden" name="id" value={randomUUID()} />
        <FormCheckbox name="sure" label="I want this. My pages are empty from now on." />
        <FormPassword name="password" label="Your password" autoComplete="current-password" required />
      </ActionForm>
    </section>
  );
}
