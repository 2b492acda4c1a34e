import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { OpensHere } from "@/components/ui/opens-here";
import { limits } from "@/lib/limits";
import { paths, within } from "@/lib/paths";
import { type SignalKind, signalRow } from "@/lib/signals/kinds";
import { lenses, lensKeys, moveHref, moveLabel, movesOf } from "@/lib/signals/lenses";
import { proposedSnooze } from "@/lib/signals/set-aside-form";
import type { KeptSignal } from "@/lib/signals/settle";
import type { LocalDate } from "@/lib/time/local-date";
import { considerReason, setReasonAside } from "../actions";
import type { OpenReason, ReasonPart } from "../opened-here";

type Props = { signal: KeptSignal; clientId: string; hasWeeks: boolean; today: LocalDate; open: OpenReason | null };

export const reasonPlace = (kind: SignalKind) => `reason-${kind}`;

/**
 * Six ways to look at a reason, each with something that can be done; what was chosen is kept. And how to set it aside, which is all
 * that good news asks for.
 */
export function SignalSupport({ signal: { kind, key: seen }, clientId, hasWeeks, today, open }: Props) {
  const { level, staysOpen } = signalRow(kind);
  const part = open?.kind === kind ? open.part : null;
  const here = `#${reasonPlace(kind)}` as const;
  const opens = (one: ReasonPart) => ({
    href: within(paths.client(clientId).overview, part === one ? here : `?${one}=${kind}${here}`),
    isOpen: part === one,
  });
  return (
    <>
      <div className="mt-2 flex flex-wrap gap-2">
        {level === "calm" ? null : <OpensHere {...opens("look")}>What to look at</OpensHere>}
        {staysOpen ? null : <OpensHere {...opens("aside")}>Set aside</OpensHere>}
      </div>
      {part === "look" ? <WhatToLookAt kind={kind} seen={seen} clientId={clientId} hasWeeks={hasWeeks} /> : null}
      {part === "aside" ? <SetAside kind={kind} seen={seen} clientId={clientId} today={today} /> : null}
    </>
  );
}

type PartProps = { kind: SignalKind; seen: string; clientId: string };

function About({ kind, seen, clientId }: PartProps) {
  return (
    <>
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}

function WhatToLookAt({ kind, seen, clientId, hasWeeks }: PartProps & { hasWeeks: boolean }) {
  return (
    <>
      <dl className="mt-3 grid grid-cols-3 gap-x-6 gap-y-3.5 max-desk:grid-cols-1">
        {lensKeys.map((key) => (
          <div key={key}>
            <dt className="font-semibold">{lenses[key].title}</dt>
            <dd>
              {lenses[key].ask}
              <span className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-small">
                {movesOf(key, hasWeeks).map((move) => (
                  <Link key={move} className="py-0.75" href={moveHref(clientId, move)} prefetch={false}>
                    {moveLabel(move)}
                  </Link>
                ))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <ActionForm
        action={considerReason}
        submit="Keep as decided"
        busy="Keeping…"
        look="outline"
        small
        className="mt-4 grid max-w-130 gap-3 [&>[data-look]]:justify-self-start"
      >
        <About kind={kind} seen={seen} clientId={clientId} />
        <input type="hidden" name="id" value={randomUUID()} />
        <FormSelect
          name="lens"
          label="What you think it is about"
          options={lensKeys.map((value) => ({ value, label: lenses[value].title }))}
        />
        <FormTextarea
          name="note"
          label="What you decided"
          hint="For the record. Only staff read it. In four weeks this page says what followed."
          rows={2}
          maxLength={limits.signalNote}
        />
      </ActionForm>
    </>
  );
}

function SetAside({ kind, seen, clientId, today }: PartProps & { today: LocalDate }) {
  return (
    <div className="mt-3 grid grid-cols-2 gap-x-10 gap-y-5 max-desk:grid-cols-1">
      <ActionForm
        action={setReasonAside}
        submit="Until that day"
        busy="Keeping…"
        look="outline"
        small
        className={aside}
      >
        <About kind={kind} seen={seen} clientId={clientId} />
        <input type="hidden" name="how" value="snooze" />
        <FormField
          name="until"
          label="Bring it back on"
          type="date"
          defaultValue={proposedSnooze(today)}
          hint="Sooner, if something new is there."
          required
        />
      </ActionForm>
      <ActionForm action={setReasonAside} submit="I know" busy="Keeping…" look="outline" small className={aside}>
        <About kind={kind} seen={seen} clientId={clientId} />
        <input type="hidden" name="how" value="known" />
        <FormTextarea
          name="note"
          label="What you know about it"
          hint="It comes back only with something new."
          rows={2}
          maxLength={limits.signalNote}
          required
        />
      </ActionForm>
    </div>
  );
}

const aside = "grid content-start gap-3 [&>[data-look]]:justify-self-start";
