import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox } from "@/components/forms/form-words";
import type { FormState } from "@/lib/form-state";

type Props = { token: string; action: (previous: FormState, form: FormData) => Promise<FormState> };

/** The other way in: look around first, among invented people. */
export function ExploreSample({ token, action }: Props) {
  return (
    <section className="grid gap-4" aria-labelledby="explore-sample">
      <h2 id="explore-sample">Or look around first</h2>
      <p className="text-ink-2">
        Fills Nearer with an invented practice of 26 clients. Nothing in it is real, and it cannot become your practice
        later: for that, start Nearer with an empty data directory.
      </p>
      <ActionForm
        action={action}
        submit="Explore a sample practice"
        busy="Writing ten weeks of history…"
        look="outline"
      >
        <input type="hidden" name="token" value={token} />
        <FormCheckbox name="sure" label="I want the invented practice here, and not my own" />
      </ActionForm>
    </section>
  );
}
