"use client";

import { PasswordField } from "@/components/ui/password-field";
import type { FormState } from "@/lib/form-state";
import { proofField } from "@/lib/identity/proof-rule";

/** Stands in a form that asked who sends it: what was filled in stays, and goes once the password is beside it. */
export function ProofField({ id, state }: { id: string; state: FormState }) {
  return (
    <>
      <PasswordField
        id={`${id}-proof`}
        name={proofField}
        label="Your password"
        autoComplete="current-password"
        error={state.fields?.[proofField]}
        required
      />
      <p className="text-small">
        <a href="/account/prove" target="_blank" rel="noopener">
          Or show it with a passkey
        </a>
        , in a tab of its own. Then send this again.
      </p>
    </>
  );
}
