import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import type { ErasureRecord } from "@/db/queries/clients/erasure-record";
import { limits } from "@/lib/limits";
import { hold, letGo } from "../actions";

type Props = { clientId: string; name: string; record: ErasureRecord; moment: (at: Date) => string };

/** Reasons for which the record may not be erased, each with who said so and when; and their ends. */
export function Holds({ clientId, name, record, moment }: Props) {
  const { holds, held } = record;
  const ended = holds.filter(({ endsId }) => endsId !== null);
  const why = <FormTextarea name="reason" label="Why" rows={2} maxLength={limits.accountReason} required />;
  const hidden = (
    <>
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="clientId" value={clientId} />
    </>
  );
  return (
    <Section
      id="holds"
      title="Held back"
      sub="Where a law, a court or a complaint asks for the record, nothing of it is erased. The client’s pages never show a hold."
    >
      {held.length === 0 ? <p>Nothing holds this record back.</p> : null}
      <ul className="grid gap-3 list-none">
        {held.map(({ id, by, at, reason }) => (
          <li key={id} className="grid gap-1.5">
            <p>
              Held by {by}, {moment(at)}. {reason}
            </p>
            <ActionForm action={letGo} fold="End this hold" submit="End it" busy="Ending…" look="outline" small>
              {hidden}
              <input type="hidden" name="holdId" value={id} />
              {why}
            </ActionForm>
          </li>
        ))}
      </ul>
      {ended.length > 0 ? (
        <details className="mt-2.5">
          <summary>Holds that have ended</summary>
          <ul className="grid gap-1.5 mt-2 list-none">
            {ended.map(({ id, endsId, by, at, reason }) => {
              const began = holds.find((one) => one.id === endsId);
              return (
                <li key={id}>
                  {began ? `Held by ${began.by}, ${moment(began.at)}. ${began.reason} ` : ""}
                  Ended by {by}, {moment(at)}. {reason}
                </li>
              );
            })}
          </ul>
        </details>
      ) : null}
      <div className="mt-2.5">
        <ActionForm
          action={hold}
          fold={`Hold ${name}’s record back`}
          submit="Hold it"
          busy="Holding…"
          look="outline"
          small
        >
          {hidden}
          {why}
        </ActionForm>
      </div>
    </Section>
  );
}
