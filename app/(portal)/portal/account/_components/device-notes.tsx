"use client";

import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { turningOff, turningOn, useCanPush } from "@/components/portal/with-push";
import { Section } from "@/components/ui/section";
import { noteOff, noteOn } from "../actions";

type Device = { id: string; device: string; since: string; isHere: boolean };
type Props = { devices: readonly Device[]; serverKey: string };

/** Off until somebody turns it on. A device counts as shared until its person says otherwise. */
export function DeviceNotes({ devices, serverKey }: Props) {
  const canPush = useCanPush();
  const isOnHere = devices.some(({ isHere }) => isHere);
  return (
    <Section
      id="account-notes"
      title="Notes on this device"
      sub="A note that says “Nearer” and nothing else, beside the e-mail or instead of it."
    >
      {devices.length === 0 ? null : (
        <ul className="mb-4 list-none">
          {devices.map((one) => (
            <Line key={one.id} {...one} />
          ))}
        </ul>
      )}
      {isOnHere ? null : (
        <details>
          <summary>Turn notes on here</summary>
          <div className="mt-3 grid max-w-105 gap-4">
            <p>
              <b>Whoever sees this screen sees that a note came from Nearer</b>, also while it is locked. If you share
              this device, leave it off. Signing out, leaving quickly and anybody else’s sign-in here turn it off.
            </p>
            {canPush ? (
              <ActionForm
                action={turningOn(noteOn, serverKey)}
                submit="Turn notes on"
                busy="Asking the browser…"
                look="outline"
                className="[&>[data-look]]:justify-self-start grid gap-4"
              >
                <FormPassword name="password" label="Your password" autoComplete="current-password" required />
              </ActionForm>
            ) : (
              <p>This browser cannot show notes. On an iPhone, Nearer has to be on the home screen first.</p>
            )}
          </div>
        </details>
      )}
    </Section>
  );
}

function Line({ id, device, since, isHere }: Device) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div>
        <span className="font-strong text-ink">{device}</span>
        {isHere ? " (this one)" : null}
        <br />
        <span className="text-small text-ink-2">On since: {since}.</span>
      </div>
      <ActionForm
        action={turningOff(noteOff, isHere)}
        submit={
          <>
            Turn it off<span className="sr-only">: {device}</span>
          </>
        }
        busy="One moment…"
        look="outline"
        small
      >
        <input type="hidden" name="subscriptionId" value={id} />
      </ActionForm>
    </li>
  );
}
