import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { ShownLink } from "@/components/forms/shown-once";
import { makeCode } from "../actions";

/** For a client who cannot sign in and whom no letter may or can reach. */
export function SessionCode({ accountId, name }: { accountId: string; name: string }) {
  return (
    <details>
      <summary>Forgot the password</summary>
      <ActionForm
        action={makeCode}
        submit="Make a one-time code"
        busy="Making a code…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        below={<ShownLink label="One-time code" />}
      >
        <p className="text-ink-2">
          While {name} sits with you: the code sets a new password on {name}’s own phone, once, for half an hour. Every
          sign-in of {name} ends now, and the next one says that you made it. It does not work in a browser in which
          somebody of the practice signs in.
        </p>
        <input type="hidden" name="accountId" value={accountId} />
        <FormPassword name="password" label="Your own password" autoComplete="current-password" required />
      </ActionForm>
    </details>
  );
}
