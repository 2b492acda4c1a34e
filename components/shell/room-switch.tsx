"use client";

import { useEffect, useRef } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { inTheBar, pressedItem } from "@/components/shell/rail-item";
import { Icon } from "@/components/ui/icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { FormState } from "@/lib/form-state";

export type Room = {
  /** Whether somebody looks on. */
  isShared: boolean;
  say: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** In the rail of every page for staff. It keeps its place, and takes the keyboard back when the way out of it is gone. */
export function RoomSwitch({ isShared, say }: Room) {
  const [state, send, isSending] = useFormAction(say);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(isShared);
  useEffect(() => {
    if (before.current === isShared) return;
    before.current = isShared;
    if (!isShared) button.current?.focus();
  }, [isShared]);
  return (
    <MarkedForm action={send} className={`${inTheBar} max-desk:right-22`}>
      <input type="hidden" name="room" value={isShared ? "nobody" : "somebody"} />
      <button
        ref={button}
        type="submit"
        className={pressedItem}
        aria-pressed={isShared}
        aria-label="Somebody is in the room"
        aria-busy={isSending}
      >
        <Icon name="eye-off" />
        <span>In the room</span>
      </button>
      {state.status === "refused" ? (
        <p role="alert" className={toast}>
          {state.message}
        </p>
      ) : null}
    </MarkedForm>
  );
}

/** Says at the top of each page that it is on, with one tap back. */
export function RoomBanner({ say }: Pick<Room, "say">) {
  const [, send] = useFormAction(say);
  return (
    <MarkedForm
      action={send}
      className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-y-[1.5px] border-ink py-2.5 print:hidden"
    >
      <p role="status" className="flex items-start gap-2 [&>svg]:mt-0.75">
        <Icon name="eye-off" small />
        <span>
          <strong>Somebody is in the room.</strong> Names, badges and everything about safety stay off this screen.
        </span>
      </p>
      <input type="hidden" name="room" value="nobody" />
      <SubmitButton busy="Showing…" look="outline" small>
        Nobody is in the room
      </SubmitButton>
    </MarkedForm>
  );
}
