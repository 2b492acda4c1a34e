import { FormPassword } from "@/components/forms/form-fields";

/** One field, no repetition: Show is there to check it, and paste and password managers work. */
export function NewPassword({ label = "Password" }: { label?: string }) {
  return (
    <FormPassword
      name="password"
      label={label}
      hint="12 characters or more. Four words that do not belong together work well."
      autoComplete="new-password"
      minLength={12}
      required
    />
  );
}
