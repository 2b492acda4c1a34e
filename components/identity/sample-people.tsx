import { ActionForm } from "@/components/forms/action-form";
import type { FormState } from "@/lib/form-state";

type Person = { readonly accountId: string; readonly name: string; readonly role: string };
type Props = {
  people: readonly Person[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

const shownOfRole = 3;

/** One click into the sample practice, as somebody of each role. Nothing at all on a real one. */
export function SamplePeople({ people, action }: Props) {
  if (people.length === 0) return null;
  const few = people.filter(
    (person, place) => people.slice(0, place).filter((earlier) => earlier.role === person.role).length < shownOfRole,
  );
  return (
    <section aria-labelledby="sample-people">
      <h2 id="sample-people">Look around as</h2>
      <p className="sm sec">Everybody in this sample practice is invented.</p>
      <ul className="plain-list">
        {few.map(({ accountId, name, role }) => (
          <li key={accountId}>
            <ActionForm action={action} submit={`${name}, ${role}`} busy="Opening…" look="outline" small>
              <input type="hidden" name="accountId" value={accountId} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
