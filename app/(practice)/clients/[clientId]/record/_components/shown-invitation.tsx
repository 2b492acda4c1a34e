"use client";

import { useForm } from "@/components/forms/action-form";
import { HandOver } from "@/components/ui/hand-over";

/** What an invitation brought: whether it was mailed, and the link, to be handed over now. It is kept nowhere. */
export function ShownInvitation() {
  const { id, state } = useForm();
  const { link, picture } = state.shown ?? {};
  return (
    <div className="grid gap-4">
      <p role="status" className="font-strong text-ink">
        {state.message}
      </p>
      {typeof link === "string" && typeof picture === "string" ? (
        <HandOver id={`${id}-link`} label="Invitation link for the partner" link={link} picture={picture} />
      ) : null}
    </div>
  );
}
