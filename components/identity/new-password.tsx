import { FormPassword } from "@/components/forms/form-fields";
import { passwordLength } from "@/lib/identity/password-rule";

/** One field, no repetition: Show is there to check it, and paste and password managers work. */
export function NewPassword({ label = "Password" }: { label?: string }) {
  return (
    <FormPassword
      name="password"
      label={label}
      hint={`${passwordLength.least} characters or more. Four words that do not belong together work well.`}
      autoComplete="new-password"
      minLength={passwordLength.least}
      required
    />
  );
}
