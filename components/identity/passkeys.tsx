"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import type { AccountActions, AccountData, PasskeyLine } from "@/components/identity/account-data";
import { makePasskey, throughDevice, useCanPasskey } from "@/components/identity/with-passkey";
import { Section } from "@/components/ui/section";

type Props = {
  account: Pick<AccountData, "isStaff" | "passkeys" | "passkeyHost">;
  actions: Pick<AccountActions, "beginPasskey" | "keepPasskey" | "dropPasskey">;
};

const what = "The lock of a phone, computer or security key, instead of your password.";

/** Off until somebody adds one: whoever can unlock the device comes in. */
export function Passkeys({ account: { isStaff, passkeys, passkeyHost }, actions }: Props) {
  const isPossible = useCanPasskey(passkeyHost);
  return (
    <Section title="Passkeys" id="account-passkeys" sub={what}>
      {passkeys.length === 0 ? null : (
        <ul className="mb-4 list-none">
          {passkeys.map((one) => (
            <Line key={one.id} passkey={one} drop={actions.dropPasskey} />
          ))}
        </ul>
      )}
      <details>
        <summary>Add a passkey here</summary>
        <div className="mt-3 grid max-w-105 gap-4">
          <p>
            <b>Whoever can unlock this device can open Nearer</b>, also with a finger, a face or a code that you did not
            give them for this.{" "}
            {isStaff
              ? "It stands for your password and your second step together."
              : "If you share it, or somebody knows how to unlock it, leave this off: your password goes on working."}
          </p>
          {isPossible ? (
            <ActionForm
              action={throughDevice(actions.beginPasskey, makePasskey, actions.keepPasskey)}
              submit="Add a passkey"
              busy="Asking the device…"
              look="outline"
              className="[&>[data-look]]:justify-self-start grid gap-4"
            >
              <FormPassword name="password" label="Your password" autoComplete="current-password" required />
            </ActionForm>
          ) : (
            <p>It cannot be added here: this browser has no passkeys, or Nearer was opened by another address.</p>
          )}
        </div>
      </details>
    </Section>
  );
}

function Line({
  passkey: { id, device, added, lastUsed },
  drop,
}: {
  passkey: PasskeyLine;
  drop: Props["actions"]["dropPasskey"];
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div>
        <span className="font-strong text-ink">{device}</span>
        <br />
        <span className="text-small text-ink-2">
          Added: {added}. {lastUsed ? `Last used: ${lastUsed}.` : "Not used yet."}
        </span>
      </div>
      <ActionForm
        action={drop}
        submit={
          <>
            Take it away<span className="sr-only">: {device}</span>
          </>
        }
        busy="One moment…"
        look="outline"
        small
      >
        <input type="hidden" name="passkeyId" value={id} />
      </ActionForm>
    </li>
  );
}
