"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { NOT_ARRIVED, useFormAction, useIsScripted } from "@/components/forms/use-form-action";
import { TellTherapist } from "@/components/portal/tell-therapist";
import { asButton } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { FormState } from "@/lib/form-state";
import { paths, within } from "@/lib/paths";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The key of the exercise that this stands on; nothing on Today. */
  place?: string | undefined;
  /** The therapist's first name. */
  therapist: string;
  /** What to dial now: it stands first and never moves. */
  danger: ReactNode;
  /** Every other number. */
  lines: ReactNode;
};

/** On a phone it takes the page, under the way out, and scrolls by itself at any size of text. */
const sheet = [
  "group/unsafe [&>form]:my-3 [&>form]:grid [&>form]:justify-items-start [&>form]:gap-2",
  "max-desk:open:fixed max-desk:open:inset-0 max-desk:open:z-3 max-desk:open:overflow-y-auto max-desk:open:overscroll-contain",
  "max-desk:open:bg-paper max-desk:open:px-[var(--gut)] max-desk:open:pt-20 max-desk:open:pb-[50dvh]",
].join(" ");

/** In the dock it is words while it is closed. */
const opener = [
  "list-none before:content-none [&::-webkit-details-marker]:hidden in-data-dock:px-2.5! desk:in-data-dock:w-full",
  "shut:border-transparent shut:bg-transparent",
  "shut:font-normal shut:underline",
  "shut:underline-offset-3 desk:shut:w-auto desk:shut:px-0!",
].join(" ");

/**
 * The numbers are in the page, so one tap shows them without script, network or sign-in. Telling the therapist comes
 * second: by itself where there is script, with a second tap where there is none.
 */
export function NotSafe({ action, place, therapist, danger, lines }: Props) {
  const [state, send, isSending] = useFormAction(action);
  const isScripted = useIsScripted();
  const form = useRef<HTMLFormElement>(null);
  const box = useRef<HTMLDetailsElement>(null);
  const isAsked = useRef(false);

  // Each opening is a press: a page may stay open for days, and what it said of the last one is long past.
  const tell = () => {
    const isOpen = box.current?.open ?? false;
    if (isOpen && !isAsked.current) form.current?.requestSubmit();
    isAsked.current = isOpen;
  };
  // It may have been opened before the page was alive.
  useEffect(tell, []);

  const isLost = state.status === "refused" && state.message === NOT_ARRIVED;
  useEffect(() => {
    if (!isLost) return;
    const again = () => form.current?.requestSubmit();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [isLost]);

  return (
    <details className={sheet} data-stays data-not-safe ref={box} onToggle={tell}>
      <summary {...asButton({}, opener)}>
        <span className="group-open/unsafe:hidden">I don’t feel safe</span>
        <span className="hidden group-open/unsafe:inline">Close</span>
      </summary>
      {danger}
      <MarkedForm action={send} ref={form}>
        {place ? <input type="hidden" name="place" value={place} /> : null}
        {isScripted ? <input type="hidden" name="stay" value="yes" /> : null}
        <TellTherapist state={state} isSending={isSending} therapist={therapist} isScripted={isScripted} />
        {state.status === "done" ? (
          <LinkButton href={within(paths.portal.contacts, "?now")} look="outline">
            What happens now
          </LinkButton>
        ) : null}
      </MarkedForm>
      {lines}
    </details>
  );
}
