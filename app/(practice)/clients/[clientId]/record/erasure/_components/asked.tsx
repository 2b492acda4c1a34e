import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import type { ErasureRecord, ErasureStepRecord } from "@/db/queries/clients/erasure-record";
import { answerBy } from "@/lib/clients/erasure";
import { formatLongDay } from "@/lib/format";
import { limits } from "@/lib/limits";
import { localDate } from "@/lib/time/zone";
import { noteAsked } from "../actions";

type Props = {
  clientId: string;
  name: string;
  record: ErasureRecord;
  today: string;
  zone: string;
  isErased: boolean;
  moment: (at: Date) => string;
};

const did = (name: string): Record<ErasureStepRecord["kind"], string> => ({
  asked: `${name} asked for the record to be erased`,
  "taken-back": `${name} took it back`,
  dropped: `${name} does not want it: noted`,
  granted: "Answered: erase it",
});

/** What was asked and answered, by whom and when; and writing down that somebody asked elsewhere. */
export function Asked({ clientId, name, record, today, zone, isErased, moment }: Props) {
  const { standing, steps, held } = record;
  return (
    <Section id="erasing" title="Erasing the record">
      <p>{whereItStands()}</p>
      {steps.length > 0 ? (
        <ol className="grid gap-1.5 mt-2.5 list-none">
          {steps.map(({ id, kind, at, by, isOwn, reason }) => (
            <li key={id}>
              {did(name)[kind]}, {isOwn ? "" : `${by}, `}
              {moment(at)}.{reason ? <span className="block text-ink-2 text-small">{reason}</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {standing.is === "none" && !isErased ? (
        <div className="mt-2.5">
          <ActionForm
            action={noteAsked}
            fold={`${name} asked elsewhere`}
            submit="Note it"
            busy="Noting…"
            look="outline"
            small
          >
            <input type="hidden" name="id" value={randomUUID()} />
            <input type="hidden" name="clientId" value={clientId} />
            <p className="text-ink-2 text-small">
              In a talk, or by letter: whose pages are closed cannot ask in the portal. It changes none of their pages.
            </p>
            <FormTextarea name="reason" label="How it was asked" rows={2} maxLength={limits.accountReason} required />
          </ActionForm>
        </div>
      ) : null}
    </Section>
  );

  function whereItStands(): string {
    if (isErased) return "Name, address, words, answers and sign-in are gone. This list is what is kept of it.";
    if (standing.is === "none") return "Nobody has asked for it.";
    if (standing.is === "granted")
      return held.length > 0
        ? "Answered. It waits for the holds below to end, and goes then by itself."
        : "Answered. It goes within minutes.";
    const by = answerBy(localDate(standing.since, zone));
    return `The pages are empty, and the record is whole. Talk with ${name} alone and answer by ${formatLongDay(by, today)}.`;
  }
}
