import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { Section } from "@/components/ui/section";
import type { AddressAnswer } from "@/db/queries/letters/address-safety";
import { addressChoices, addressQuestion } from "@/lib/clients/address-safety";
import { paths } from "@/lib/paths";
import { sayAddress } from "../actions";

type Props = {
  clientId: string;
  email: string;
  name: string;
  answers: readonly AddressAnswer[];
  isSafe: boolean;
  wantsLetters: boolean;
  mayChange: boolean;
  moment: (at: Date) => string;
};

const kept = { safe: "safe", unsafe: "not safe", unknown: "not asked" } as const;

/** Whether letters may go to the client, who asked and when, and the question itself. */
export function LettersTo({ clientId, email, name, answers, isSafe, wantsLetters, mayChange, moment }: Props) {
  const newest = answers[0];
  return (
    <Section
      id="letters"
      title="Letters"
      action={
        <Link href={paths.client(clientId).letters} prefetch={false}>
          What was sent
        </Link>
      }
    >
      <div className="grid gap-4">
        <p>{standing(isSafe, wantsLetters, name, newest)}</p>
        {answers.length > 0 ? (
          <ul className="text-ink-2 text-small">
            {answers.map(({ answer, by, at }) => (
              <li key={at.getTime()}>
                {moment(at)}: {kept[answer]}, asked by {by}
              </li>
            ))}
          </ul>
        ) : null}
        {mayChange ? (
          <details open={!newest}>
            <summary>{addressQuestion}</summary>
            <ActionForm
              action={sayAddress}
              submit="Keep it"
              busy="Keeping it…"
              look="outline"
              className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
            >
              <p className="text-ink-2">
                Ask while nobody else listens: who reads {email}, and who picks up the phone on which it shows?
              </p>
              <input type="hidden" name="clientId" value={clientId} />
              <RadioGroup
                name="answer"
                legend={addressQuestion}
                hideLegend
                choices={addressChoices}
                defaultValue={isSafe ? "safe" : newest?.answer === "unsafe" ? "unsafe" : "unknown"}
                cards
              />
            </ActionForm>
          </details>
        ) : null}
      </div>
    </Section>
  );
}

function standing(isSafe: boolean, wantsLetters: boolean, name: string, newest: AddressAnswer | undefined): string {
  if (isSafe) {
    return wantsLetters
      ? `${name} called the address safe. A letter says that something is waiting, and nothing else.`
      : `No letter goes to ${name}, by their own choice: under Account, or by the link in a letter. Only a link does that they ask for where they sign in.`;
  }
  if (newest?.answer === "unsafe") return `No letter goes to ${name}: the address is not safe.`;
  if (newest?.answer === "safe")
    return `No letter goes to ${name}: the address is another than the one you talked about.`;
  return `May letters go to ${name}? Nobody has asked yet, so none goes out. Ask in the next talk, alone.`;
}
