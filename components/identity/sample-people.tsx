import { ActionForm } from "@/components/forms/action-form";
import type { FormState } from "@/lib/form-state";

type Person = { readonly accountId: string; readonly name: string; readonly role: string };
type Props = {
  people: readonly Person[];
  /** Couples, each with what there is to see. */
  states: readonly { words: string; people: readonly Person[] }[];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

const shownOfRole = 3;

/** One click into the sample practice, as somebody of each role. Nothing at all on a real one. */
export function SamplePeople({ people, states, action }: Props) {
  if (people.length === 0) return null;
  const few = people.filter(
    (person, place) => people.slice(0, place).filter((earlier) => earlier.role === person.role).length < shownOfRole,
  );
  const otherTherapists = people.filter((person) => person.role === "therapist" && !few.includes(person));
  return (
    <section aria-labelledby="sample-people">
      <h2 id="sample-people">Look around as</h2>
      <p className="sm sec">Everybody in this sample practice is invented.</p>
      <ul className="plain-list">
        {few.map((person) => (
          <li key={person.accountId}>
            <Enter person={person} words={`${person.name}, ${person.role}`} action={action} />
          </li>
        ))}
      </ul>
      {states.length > 0 ? (
        <details className="sample-states">
          <summary>Couples in every state</summary>
          <p className="sm sec">
            Most of them see Miriam Falk. Safety decides what is open to them; their pages never say so.
          </p>
          <ul className="plain-list">
            {otherTherapists.map((person) => (
              <li key={person.accountId}>
                <Enter person={person} words={`${person.name}, ${person.role}`} action={action} />
              </li>
            ))}
          </ul>
          <dl>
            {states.map(({ words, people: two }) => (
              <div key={words}>
                <dt>{words}</dt>
                {two.map((person) => (
                  <dd key={person.accountId}>
                    <Enter person={person} words={person.name} action={action} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </section>
  );
}

function Enter({ person, words, action }: { person: Person; words: string; action: Props["action"] }) {
  return (
    <ActionForm action={action} submit={words} busy="Opening…" look="outline" small>
      <input type="hidden" name="accountId" value={person.accountId} />
    </ActionForm>
  );
}
