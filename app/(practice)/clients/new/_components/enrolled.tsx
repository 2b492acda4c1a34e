"use client";

import { useEffect, useRef } from "react";
import { HandOver } from "@/components/ui/hand-over";
import { LinkButton } from "@/components/ui/link-button";
import type { FormState } from "@/lib/form-state";
import { invitationLife } from "@/lib/identity/link-life";
import { paths } from "@/lib/paths";

/** What the therapist does next: pass the link on, or open the client's page. */
export function Enrolled({ state }: { state: FormState }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const shown = (key: string) => (typeof state.shown?.[key] === "string" ? String(state.shown[key]) : undefined);
  const link = shown("link");
  const picture = shown("picture");
  const clientId = shown("clientId");
  return (
    <section className="grid gap-4 mt-7 mb-10 pt-3 border-t-[1.5px] border-ink max-w-180 print:mb-6">
      <h2 ref={heading} tabIndex={-1}>
        {state.message}
      </h2>
      <p className="text-ink-2">
        {shown("mailed")
          ? "The invitation is mailed, because the address was called safe. "
          : "Nothing is mailed: hand the invitation over yourself, on their phone or on paper. "}
        The link works once, for {invitationLife}, and for this person only.
      </p>
      {link && picture ? (
        <HandOver id="invitation" label="Invitation link for the client" link={link} picture={picture} />
      ) : null}
      <div className="flex gap-2.5 flex-wrap items-center">
        {clientId ? (
          <LinkButton href={paths.client(clientId).overview} look="filled">
            Open the client’s page
          </LinkButton>
        ) : null}
        <LinkButton href="/caseload">Back to the caseload</LinkButton>
      </div>
    </section>
  );
}
